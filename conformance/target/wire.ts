import type { Call, Exchange, Response } from "../model.ts";
import { failureOf } from "./failure.ts";

/** Time, from outside, so that a run can be replayed and a test need not wait. */
export interface Clock {
  now(): Date;
  /** @param signal ends the sleep early */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      signal?.addEventListener("abort", wake);
    }),
};

/** What sending a request comes to: an answer, or the reason why there is none. */
export type Answer = ({ readonly response: Response } | { readonly failure: string }) &
  Partial<Pick<Exchange, "startedAt" | "durationMs">>;

/** Sends one request, which stands for a call. It throws nothing but Untestable, and by HTTP nothing at all. */
export type Wire = (request: Exchange["request"], timeoutMs: number, call: Call) => Promise<Answer>;

/** An answer longer than this is a failure: nothing documented comes near it. */
const longestBody = 10 * 1024 * 1024;

/** Sends by HTTP. Redirects are not followed, so that a key never goes to another host. */
export const transmit: Wire = async (request, timeoutMs) => {
  let began = false;
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: { "user-agent": "concordat", ...request.headers },
      ...(request.body !== undefined && { body: request.body }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    began = true;
    const body = await readWithin(answer.body, longestBody);
    return { response: responseOf(answer, body) };
  } catch (error) {
    return { failure: failureOf(error, { timeoutMs, began }) };
  }
};

async function readWithin(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new Error(`the body is longer than ${limit / 2 ** 20} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf(answer: globalThis.Response, bytes: Buffer): Response {
  const json = parse(bytes);
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: bytes.toString("utf8"),
    ...(json !== undefined && { json }),
  };
}

/** The JSON value of a body in valid UTF-8 without a byte order mark (RFC 8259, 8.1), else undefined. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
