import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { useAgent } from "request-filtering-agent";
import { isExampleAddress } from "./example-address.ts";

/** A request to a machine that somebody else has named. */
export interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte out to the last byte in. */
  readonly timeoutMs: number;
}

/**
 * What was answered, whatever its status; or why nothing was, in words for a log: they name the
 * host at most, since paths and queries of such addresses may be secrets.
 */
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
    const fail = (error: unknown) =>
      resolve({ failure: signal.aborted ? `no answer within ${timeoutMs} ms` : wordsFor(error) });
    try {
      const agent = useAgent(target.href, {
        allowPrivateIPAddress: allowPrivate,
        allowMetaIPAddress: allowPrivate,
      });
      const sent = request(target, { ...head, agent, signal }, (answer) => {
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
      // Nobody here speaks another protocol, and nothing else would end the waiting.
      sent.on("upgrade", (_, socket) => {
        socket.destroy();
        fail(new Error("the answer changes the protocol"));
      });
      sent.on("error", fail);
      sent.end(body);
    } catch (error) {
      // A header that cannot be sent, or an address literal that is refused.
      fail(error);
    }
    return promise;
  };
}

function refusalOf(target: URL | null, allowPrivate: boolean): string | undefined {
  if (target === null) return "no valid address";
  const { protocol, hostname } = target;
  if (protocol !== "https:" && protocol !== "http:") {
    return `${protocol.slice(0, -1)} is not a protocol to send by`;
  }
  if (protocol === "http:" && !allowPrivate) {
    return "plain HTTP is not allowed; the server's option --allow-private allows it";
  }
  if (isExampleAddress(hostname)) return `${hostname} is reserved for documentation`;
  return undefined;
}

/** The filter's own words, which have no code to know them by. */
const FILTERED = /^DNS lookup (\S+)\(family:.*\) is not allowed/;

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, address] = FILTERED.exec(error.message) ?? [];
  if (address !== undefined) {
    return `${address} is a private address; the server's option --allow-private allows it`;
  }
  if (error.message === "aborted") return "the connection broke in the middle of the answer";
  // Who has tried several addresses of a name has a code and no message.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
