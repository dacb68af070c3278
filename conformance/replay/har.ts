import type { JsonObject } from "../contract/json.ts";
import type { Exchange, Response } from "../model.ts";

/** What a run was told, for it to be judged again; keys stand in it by the names of their variables. */
export interface RecordedTarget {
  readonly api: string;
  readonly url: string;
  /** Each key by its name, such as `key`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly features: readonly string[];
  readonly fixtures: Readonly<Record<string, readonly string[]>>;
  /** When it began: ISO 8601, UTC. */
  readonly startedAt: string;
  /** The mark of what it made. */
  readonly tag: string;
  readonly exchanges: readonly Exchange[];
}

/** A check with all that was sent and answered in it. */
export interface RecordedCheck {
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  /** As given by flags; a replay keeps to them. */
  readonly only: readonly string[];
  readonly readOnly: boolean;
  /** Whether what failed was repeated. */
  readonly confirm: boolean;
  readonly maxRequests?: number;
  readonly targets: readonly RecordedTarget[];
}

/** The version of what Concordat adds to HAR, under `_concordat`. */
export const markVersion = 1;

/**
 * A check as an HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), an entry a line. What HAR has
 * no place for stands in members named `_concordat`, as its section on custom fields allows.
 * @param check redacted
 */
export function harOf(check: RecordedCheck): string {
  const { targets, tool, ...settings } = check;
  const entries = targets
    .flatMap(({ api, exchanges }) => exchanges.map((exchange) => entryOf(api, exchange)))
    .toSorted((a, b) => (a.startedDateTime < b.startedDateTime ? -1 : 1));
  const marks = {
    version: markVersion,
    ...settings,
    targets: targets.map(({ exchanges: _, ...target }) => target),
  };
  return [
    '{"log":{"version":"1.2",',
    `"creator":${JSON.stringify(tool)},`,
    `"_concordat":${JSON.stringify(marks)},`,
    '"entries":[',
    entries.map((entry) => JSON.stringify(entry)).join(",\n"),
    "]}}\n",
  ].join("\n");
}

interface Entry extends JsonObject {
  readonly startedDateTime: string;
}

function entryOf(api: string, exchange: Exchange): Entry {
  const { number, call, request, response, failure, superseded, startedAt, durationMs } = exchange;
  const { method, url, headers, body } = request;
  return {
    startedDateTime: startedAt,
    time: durationMs,
    request: {
      method,
      url,
      ...transport(headers),
      queryString: pairs(new URL(url).searchParams),
      ...(body !== undefined && {
        postData: { mimeType: headers["content-type"] ?? "", text: body },
      }),
      bodySize: Buffer.byteLength(body ?? ""),
    },
    response: answerOf(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    _concordat: {
      api,
      number,
      purpose: call.purpose,
      ...(call.operationId !== undefined && { operationId: call.operationId }),
      ...(superseded && { superseded }),
      ...(failure !== undefined && { failure }),
      // Bytes that are no UTF-8 read as if they were JSON once they are text.
      ...(response && response.json === undefined && readsAsJson(response.body) && { json: false }),
    },
  };
}

/** Browsers write a request without an answer with the status 0. */
function answerOf(response: Response | undefined): JsonObject {
  const { status, headers, body } = response ?? { status: 0, headers: {}, body: "" };
  const size = Buffer.byteLength(body);
  return {
    status,
    statusText: "",
    ...transport(headers),
    content: { size, mimeType: headers["content-type"] ?? "", text: body },
    redirectURL: headers.location ?? "",
    bodySize: size,
  };
}

/** Sizes of headers are not known. */
const transport = (headers: Readonly<Record<string, string>>): JsonObject => ({
  httpVersion: "HTTP/1.1",
  cookies: [],
  headers: pairs(Object.entries(headers)),
  headersSize: -1,
});

const pairs = (entries: Iterable<readonly [string, string]>): readonly JsonObject[] =>
  [...entries].map(([name, value]) => ({ name, value }));

function readsAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
