import { isDeepStrictEqual } from "node:util";
import { objectOf } from "../../openapi/generate/json.ts";
import type { Validator } from "../contract/validate.ts";
import type { RawAnswer } from "./answer.ts";
import { readAnswer } from "./answer.ts";
import type { Sent } from "./bytes.ts";
import type { Outcome } from "./connection.ts";
import { type Fuzzed, operations, resolve } from "./operations.ts";
import type { FuzzedRequest } from "./request.ts";
import type { WireCase } from "./wire.ts";

/**
 * What the server may answer outside of the contract, without a body: no HTTP, too slow, too much
 * beside a chunk, an unknown expectation, a head that is too large.
 */
const BY_HTTP: ReadonlySet<number> = new Set([400, 408, 413, 417, 431]);

/** What is no larger has always come in one piece. */
const IN_ONE_PIECE = 16 * 1024;

/** Beyond this the server may close before it has read all, and the answer be lost on the way. */
const HEAD_LIMIT = 16 * 1024;

/** Why the answer is not right; undefined when it is. */
export function judge(
  request: FuzzedRequest,
  outcome: Outcome,
  { bytes, headBytes }: Sent,
): string | undefined {
  if (typeof outcome === "string") return headBytes > HEAD_LIMIT ? undefined : outcome;
  const { status, body } = outcome;
  // What comes in pieces may come too slowly for a server that loses its patience soon, on a busy machine.
  if (body.length === 0 && status === 408 && bytes.length > IN_ONE_PIECE) return undefined;
  if (body.length === 0 && status === 431 && headBytes > HEAD_LIMIT) return undefined;
  if (body.length === 0 && status === 417 && hasHeader(request, "Expect")) return undefined;
  return judgeBody(targetOf(request), request.method, outcome);
}

/** Why what came back is not right; undefined when it is. */
export function judgeWire(
  { answers, chunks }: WireCase,
  { received, closed }: { received: Buffer; closed: boolean },
): string | undefined {
  if (!closed) return "the connection is still open";
  const method = chunks[0]?.subarray(0, 4).toString() ?? "";
  let rest = received;
  let count = 0;
  while (rest.length > 0) {
    const read = readAnswer(rest, method);
    if (read === undefined) return "the last answer is not whole";
    count += 1;
    rest = read.rest;
    const { status, body } = read.answer;
    // Which operation is meant, the bytes do not say for certain: none of them may fail.
    if (status >= 500 && !operations.some((one) => isProvoked(one, parsed(body)))) {
      return `${status}: ${body}`;
    }
    if (body.length === 0 && status >= 400 && !BY_HTTP.has(status)) return `a bare ${status}`;
  }
  if (answers !== undefined && count !== answers) return `${count} answers, and not ${answers}`;
  return undefined;
}

/** The operation that the method and the path lead to, where that is another one than was meant. */
function targetOf({ operation, method }: FuzzedRequest): { target: Fuzzed; routed: boolean } {
  const routed = method === "HEAD" ? "GET" : method;
  const found = operations.find(
    ({ api, path, method: own }) =>
      api === operation.api && path === operation.path && own === routed,
  );
  return { target: found ?? operation, routed: found !== undefined };
}

function judgeBody(
  { target, routed }: { target: Fuzzed; routed: boolean },
  method: string,
  answer: RawAnswer,
): string | undefined {
  const { status, headers, body } = answer;
  const code = String(status);
  const validator = target.validators[code];
  const isText = target.texts.includes(code);
  const outside = status === 404 || status === 405;
  if (target.bare.includes(code) && routed) return body.length === 0 ? undefined : "a body";
  if (validator === undefined && !isText && !outside) return `${status} is not documented: ${body}`;
  if (status === 429 && !headers.has("retry-after")) return "429 without Retry-After";
  if (method === "HEAD" || isText) return undefined;
  if (!headers.get("content-type")?.startsWith("application/json")) {
    return `${status} is ${headers.get("content-type")}: ${body.subarray(0, 200)}`;
  }
  const value = parsed(body);
  if (value === undefined) return `${status} is no JSON: ${body.subarray(0, 200)}`;
  // Every error of an API looks alike.
  const fits = validator ?? target.validators["400"] ?? target.validators["403"];
  if (fits?.(value) !== true && !(outside && isOtherStatus(fits?.errors))) {
    return `${status} breaks the contract: ${JSON.stringify(fits?.errors)} in ${body.subarray(0, 400)}`;
  }
  if (status === 500 && !isProvoked(target, value)) return `500: ${body}`;
  return undefined;
}

/** Whether nothing is wrong but that the body repeats its own status, and not that of the schema. */
const isOtherStatus = (errors: Validator["errors"]): boolean =>
  errors?.every(({ instancePath }) => instancePath.endsWith("/status")) ?? false;

/** The control plane fails a call with the example of the contract; what fails by itself is logged, too. */
function isProvoked({ contract, path, method }: Fuzzed, value: unknown): boolean {
  const template = Object.keys(objectOf(contract.paths)).find((one) => path.endsWith(one)) ?? "";
  const operation = objectOf(objectOf(objectOf(contract.paths)[template])[method.toLowerCase()]);
  const response = resolve(contract, objectOf(operation.responses)["500"]);
  const media = objectOf(objectOf(response.content)["application/json"]);
  return Object.values(objectOf(media.examples)).some((example) =>
    isDeepStrictEqual(resolve(contract, example).value, value),
  );
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const hasHeader = ({ headers }: FuzzedRequest, name: string) =>
  headers.some(([one]) => one === name);
