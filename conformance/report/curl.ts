import { unseen } from "../../html/visible.ts";
import { environmentName, environmentPattern } from "./environment.ts";
import type { ExchangeReport } from "./report.ts";
import { shellWord } from "./shell.ts";

type Request = ExchangeReport["request"];

/**
 * The line for a POSIX shell that sends a request again. It names the base URL and the keys by environment variables,
 * so that it can be shared, and quotes everything else. It is one line whatever the body holds, and holds all of it.
 *
 * @param api names the variables: `sahut` gives `$SAHUT_URL`, `$SAHUT_KEY` and the like
 * @param baseUrl of the target; a request to elsewhere keeps its whole URL
 * @param request redacted: where a key was, its placeholder stands
 * @example
 * curl -i -X PATCH "$SAHUT_URL/conversations/conv_1" -H "Authorization: Bearer $SAHUT_KEY" -d '{"status":"open"}'
 */
export function curlLine(api: string, baseUrl: string, request: Request): string {
  const pattern = environmentPattern(api);
  const word = (text: string): string => shellWord(text, pattern);
  const url = urlArgument(request.url, baseUrl, `$${environmentName(api, "url")}`);
  const body = bodyArguments(request.body, word);
  return [
    ...body.before,
    "curl",
    ...methodArguments(request, word),
    ...(/[[\]{}]/.test(url) ? ["-g"] : []),
    word(url),
    ...headerArguments(request, word),
    ...body.after,
  ].join(" ");
}

type Word = (text: string) => string;

/** Curl sends GET by itself, and POST where there is a body. */
function methodArguments({ method, body }: Request, word: Word): string[] {
  if (method === "HEAD") return ["-I"];
  const implied = body === undefined ? "GET" : "POST";
  if (method === implied) return ["-i"];
  return ["-i", "-X", /^[A-Z]+$/.test(method) ? method : word(method)];
}

/** The URL as fetch sends it, that is normalized, since curl sends it as it stands. */
function urlArgument(url: string, baseUrl: string, variable: string): string {
  if (!URL.canParse(url) || !URL.canParse(baseUrl)) return url;
  const whole = new URL(url).href;
  const base = new URL(baseUrl).href.replace(/\/$/, "");
  const rest = whole.slice(base.length);
  return whole.startsWith(base) && /^([/?#]|$)/.test(rest) ? `${variable}${rest}` : whole;
}

/** Headers of the connection, and those that curl counts by itself. */
const writtenByCurl: readonly string[] = [
  "accept-encoding",
  "connection",
  "content-length",
  "host",
  "transfer-encoding",
];

/** Authorization first, as people look for it; the rest in the order sent. */
function headerArguments({ method, headers, body }: Request, word: Word): string[] {
  const isKey = (name: string): boolean => name.toLowerCase() === "authorization";
  const sent = Object.entries(headers)
    .filter(([name]) => !writtenByCurl.includes(name.toLowerCase()))
    .sort(([a], [b]) => Number(isKey(b)) - Number(isKey(a)));
  const given = sent.flatMap(([name, value]) => {
    const basic = isKey(name) ? /^Basic base64\((.*)\)$/.exec(value) : null;
    if (basic?.[1] !== undefined) return ["-u", word(basic[1])];
    // To curl, "Name:" removes a header and "Name;" sends it empty.
    return ["-H", word(value === "" ? `${title(name)};` : `${title(name)}: ${value}`)];
  });
  const typed = sent.some(([name]) => name.toLowerCase() === "content-type");
  if (body !== undefined && !typed) given.push("-H", "'Content-Type:'");
  // Fetch says that a POST without a body has none, and some gateways insist (411); curl does not by itself.
  const bare = body === undefined && (method === "POST" || method === "PUT");
  return bare ? [...given, "-H", "'Content-Length: 0'"] : given;
}

const title = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** More than this does not fit into one argument of a program on Linux (128 KiB); a builtin takes it. */
const longestArgument = 100_000;

function bodyArguments(
  body: string | undefined,
  word: Word,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  if (body === undefined) return { before: [], after: [] };
  const piped = ["--data-binary", "@-"];
  if (body.search(unseen) >= 0) {
    return { before: ["printf", "'%b'", word(spelledOut(body)), "|"], after: piped };
  }
  if (Buffer.byteLength(body) > longestArgument) {
    return { before: ["printf", "'%s'", word(body), "|"], after: piped };
  }
  // With -d, a body that begins with @ would name a file.
  return { before: [], after: [body.startsWith("@") ? "--data-raw" : "-d", word(body)] };
}

/** With all that does not show, or would break the line, in the escapes of printf's %b. */
function spelledOut(body: string): string {
  return body
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(unseen, (character) =>
      [...Buffer.from(character)].map((byte) => `\\0${byte.toString(8).padStart(3, "0")}`).join(""),
    );
}
