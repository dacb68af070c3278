/** An answer as its bytes say it. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** Whether another one may follow on the same connection. */
  readonly last: boolean;
}

/**
 * The first answer in these bytes, and what follows it; undefined while it is not whole. Interim
 * answers (100) are passed over. Throws for bytes that are no HTTP/1.1 answer.
 */
export function readAnswer(
  bytes: Buffer,
  method: string,
): { answer: RawAnswer; rest: Buffer } | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const [, digits] = /^HTTP\/1\.1 (\d{3}) /.exec(first) ?? [];
  if (digits === undefined) throw new Error(`No HTTP: ${JSON.stringify(first.slice(0, 80))}`);
  const status = Number(digits);
  const rest = bytes.subarray(end + 4);
  if (status < 200) return readAnswer(rest, method);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = readBody(rest, headers, method === "HEAD" || status === 204 || status === 304);
  if (body === undefined) return undefined;
  const last = headers.get("connection")?.toLowerCase() === "close";
  return { answer: { status, headers, body: body.content, last }, rest: body.rest };
}

function readBody(bytes: Buffer, headers: ReadonlyMap<string, string>, none: boolean) {
  if (none) return { content: Buffer.alloc(0), rest: bytes };
  if (headers.get("transfer-encoding") === "chunked") return readChunks(bytes);
  // What has neither ends with the connection; the server says so only of answers without a body.
  const length = Number(headers.get("content-length") ?? 0);
  if (bytes.length < length) return undefined;
  return { content: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function readChunks(bytes: Buffer) {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, end), 16);
    if (Number.isNaN(size)) throw new Error("No chunk size.");
    const next = end + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { content: Buffer.concat(chunks), rest: bytes.subarray(next) };
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
