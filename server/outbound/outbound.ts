import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { useAgent } from "request-filtering-agent";

/** A request to a machine that somebody else has named. */
export interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte out to the last byte in. */
  readonly timeoutMs: number;
}

/** What was answered, whatever its status; or why nothing was, in words for a log. */
export type OutboundAnswer =
  | { readonly status: number; readonly body: string }
  | { readonly failure: string };

/** Sends a request, once. It follows no redirect and never throws. */
export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>;

export interface OutboundOptions {
  /**
   * Plain HTTP, and private addresses: this machine, and networks behind the firewall. Default
   * false: https to public addresses only, whatever a name resolves to at the moment of sending.
   */
  readonly allowPrivate?: boolean;
}

/** Nobody needs more of an answer than this, in bytes. */
const LARGEST_ANSWER = 1024 * 1024;

export function outbound({ allowPrivate = false }: OutboundOptions = {}): Outbound {
  return async ({ url, body, timeoutMs, ...head }) => {
    const target = URL.parse(url);
    const refusal = refusalOf(target, allowPrivate);
    if (target === null || refusal !== undefined) return { failure: refusal ?? "no address" };
    const { promise, resolve } = Promise.withResolvers<OutboundAnswer>();
    const signal = AbortSignal.timeout(timeoutMs);
    const request = target.protocol === "https:" ? requestSecure : requestPlain;
    const options = {
      ...head,
      agent: useAgent(url, {
        allowPrivateIPAddress: allowPrivate,
        allowMetaIPAddress: allowPrivate,
      }),
      signal,
    };
    const fail = (error: Error) =>
      resolve({ failure: signal.aborted ? `no answer within ${timeoutMs} ms` : error.message });
    try {
      const sent = request(target, options, (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST_ANSWER) answer.destroy(new Error("the answer is larger than 1 MiB"));
          else chunks.push(chunk);
        });
        answer.on("error", fail);
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on("error", fail);
      sent.end(body);
    } catch (error) {
      // A header that cannot be sent, or an address literal that is refused.
      fail(error instanceof Error ? error : new Error(String(error)));
    }
    return promise;
  };
}

function refusalOf(target: URL | null, allowPrivate: boolean): string | undefined {
  if (target === null) return "no valid address";
  const { protocol } = target;
  if (protocol === "https:" || (protocol === "http:" && allowPrivate)) return undefined;
  return protocol === "http:"
    ? "plain HTTP is not allowed"
    : `${protocol.slice(0, -1)} is not a protocol to send by`;
}
