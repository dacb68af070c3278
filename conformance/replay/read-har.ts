import { readFile } from "node:fs/promises";
import { isObject, type JsonObject } from "../contract/json.ts";
import type { Exchange, Response } from "../model.ts";
import { UsageError } from "../usage.ts";
import { markVersion, type RecordedCheck, type RecordedTarget } from "./har.ts";

/** What is in an HTTP archive: a check of ours, or requests that somebody else has made. */
export type Archive =
  | { readonly kind: "check"; readonly check: RecordedCheck }
  | { readonly kind: "foreign"; readonly exchanges: readonly Exchange[] };

/**
 * Reads a HAR file.
 * @throws UsageError when it cannot be read, is no HAR, or has a member that is not as HAR says, naming the place
 */
export async function readArchive(file: string): Promise<Archive> {
  return archiveOf(parse(file, await read(file)), file);
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The recording ${file} cannot be read: ${why}.`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The recording ${file} is no JSON, which a HAR is: ${why}.`);
  }
}

/** A value of a HAR and where it stands, so that a mistake is told with its place. */
interface Found {
  readonly value: unknown;
  readonly place: string;
  readonly file: string;
}

const wrong = ({ place, file, value }: Found, wanted: string): never => {
  const shown = value === undefined ? "missing" : (JSON.stringify(value)?.slice(0, 60) ?? "odd");
  throw new UsageError(
    `The recording ${file} is no HAR: ${place || "it"} is ${shown}; it is ${wanted}.`,
  );
};

const member = (owner: Found, name: string): Found => ({
  file: owner.file,
  place: owner.place === "" ? name : `${owner.place}.${name}`,
  value: objectOf(owner)[name],
});

const objectOf = (found: Found): JsonObject =>
  isObject(found.value) ? found.value : wrong(found, "an object");
const textOf = (found: Found): string =>
  typeof found.value === "string" ? found.value : wrong(found, "a text");
const numberOf = (found: Found): number =>
  typeof found.value === "number" ? found.value : wrong(found, "a number");
const listOf = (found: Found): readonly Found[] =>
  Array.isArray(found.value)
    ? found.value.map((value: unknown, index) => ({
        file: found.file,
        place: `${found.place}[${index}]`,
        value,
      }))
    : wrong(found, "a list");
const textsOf = (found: Found): readonly string[] => listOf(found).map(textOf);
const entriesOf = (found: Found): readonly (readonly [string, Found])[] =>
  Object.keys(objectOf(found)).map((name) => [name, member(found, name)]);
const optional = <Value>(found: Found, read: (found: Found) => Value): Value | undefined =>
  found.value === undefined ? undefined : read(found);

function timeOf(found: Found): string {
  const text = textOf(found);
  return Number.isNaN(Date.parse(text))
    ? wrong(found, "a time, such as 2024-03-15T08:30:00Z")
    : new Date(text).toISOString();
}

function archiveOf(value: unknown, file: string): Archive {
  const log = member({ value, place: "", file }, "log");
  const entries = listOf(member(log, "entries"));
  const marks = member(log, "_concordat");
  if (marks.value === undefined)
    return {
      kind: "foreign",
      exchanges: entries.map((entry, index) => exchangeOf(entry, index + 1)),
    };
  const version = member(marks, "version");
  if (version.value !== markVersion)
    wrong(version, `${markVersion}, the version that this Concordat writes`);
  return { kind: "check", check: checkOf(log, marks, entries) };
}

function checkOf(log: Found, marks: Found, entries: readonly Found[]): RecordedCheck {
  const byApi = Map.groupBy(entries, (entry) => textOf(member(member(entry, "_concordat"), "api")));
  const creator = member(log, "creator");
  const maxRequests = optional(member(marks, "maxRequests"), numberOf);
  return {
    tool: {
      name: textOf(member(creator, "name")),
      version: textOf(member(creator, "version")),
    },
    startedAt: timeOf(member(marks, "startedAt")),
    durationMs: numberOf(member(marks, "durationMs")),
    seed: numberOf(member(marks, "seed")),
    only: textsOf(member(marks, "only")),
    readOnly: member(marks, "readOnly").value === true,
    confirm: member(marks, "confirm").value === true,
    ...(maxRequests !== undefined && { maxRequests }),
    targets: listOf(member(marks, "targets")).map((target) => targetOf(target, byApi)),
  };
}

function targetOf(target: Found, byApi: ReadonlyMap<string, readonly Found[]>): RecordedTarget {
  const api = textOf(member(target, "api"));
  const exchanges = (byApi.get(api) ?? [])
    .map((entry) => exchangeOf(entry, numberOf(member(member(entry, "_concordat"), "number"))))
    .toSorted((a, b) => a.number - b.number);
  return {
    api,
    url: textOf(member(target, "url")),
    keys: Object.fromEntries(
      entriesOf(member(target, "keys")).map(([name, found]) => [name, textOf(found)]),
    ),
    features: textsOf(member(target, "features")),
    fixtures: Object.fromEntries(
      entriesOf(member(target, "fixtures")).map(([name, found]) => [name, textsOf(found)]),
    ),
    startedAt: timeOf(member(target, "startedAt")),
    tag: textOf(member(target, "tag")),
    exchanges,
  };
}

/** An entry as an exchange; of a call only its purpose and operation are known, and only where we wrote it. */
function exchangeOf(entry: Found, number: number): Exchange {
  const request = member(entry, "request");
  const marks = member(entry, "_concordat");
  const marked = isObject(marks.value);
  const failure = marked ? optional(member(marks, "failure"), textOf) : undefined;
  const response = responseOf(member(entry, "response"), marks);
  const postData = member(request, "postData");
  const body = isObject(postData.value) ? optional(member(postData, "text"), textOf) : undefined;
  return {
    number,
    call: {
      operationId: marked ? optional(member(marks, "operationId"), textOf) : undefined,
      purpose: marked ? textOf(member(marks, "purpose")) : `entry ${number} of the recording`,
    },
    request: {
      method: textOf(member(request, "method")).toUpperCase(),
      url: urlOf(member(request, "url")),
      headers: headersOf(member(request, "headers")),
      ...(body !== undefined && { body }),
    },
    ...(response === undefined ? { failure: failure ?? "no answer" } : { response }),
    ...(marked && member(marks, "superseded").value === true && { superseded: true as const }),
    startedAt: timeOf(member(entry, "startedDateTime")),
    durationMs: Math.max(0, Math.round(numberOf(member(entry, "time")))),
  };
}

function urlOf(found: Found): string {
  const text = textOf(found);
  return URL.canParse(text) ? text : wrong(found, "a whole address");
}

/** Names in lower case; what came several times is joined, as in HTTP (RFC 9110, 5.3). */
function headersOf(found: Found): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const header of listOf(found)) {
    const name = textOf(member(header, "name")).toLowerCase();
    const value = textOf(member(header, "value"));
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

function responseOf(found: Found, marks: Found): Response | undefined {
  const status = numberOf(member(found, "status"));
  if (status === 0) return undefined;
  const content = member(found, "content");
  const text = optional(member(content, "text"), textOf) ?? "";
  const isBase64 = member(content, "encoding").value === "base64";
  const body = isBase64 ? Buffer.from(text, "base64").toString("utf8") : text;
  const isJson = !(isObject(marks.value) && marks.value.json === false);
  const json = isJson ? jsonOf(body) : undefined;
  return {
    status,
    headers: headersOf(member(found, "headers")),
    body,
    ...(json !== undefined && { json }),
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
