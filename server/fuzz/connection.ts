import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type RawAnswer, readAnswer } from "./answer.ts";

/** How long an answer may take, in milliseconds, before it counts as none. */
const PATIENCE = 15_000;

/** What became of a request: an answer, or in words why there is none. */
export type Outcome = RawAnswer | string;

/** A connection that is kept, and opened anew after the server has closed it. */
export interface Line {
  /** Sends the bytes of one request, and waits for its answer. */
  exchange(bytes: Buffer, method: string): Promise<Outcome>;
  close(): void;
}

export function line(port: number): Line {
  let socket: Socket | undefined;
  return {
    async exchange(bytes, method) {
      socket ??= await opened(port);
      const outcome = await oneAnswer(socket, bytes, method);
      if (typeof outcome === "string" || outcome.last) {
        socket.destroy();
        socket = undefined;
      }
      return outcome;
    },
    close: () => void socket?.destroy(),
  };
}

function oneAnswer(socket: Socket, bytes: Buffer, method: string): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  // An answer may come before all has gone out; what is still to go belongs to this request.
  const out = new Promise<void>((gone) => socket.write(bytes, () => gone()));
  let received = Buffer.alloc(0);
  const data = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    try {
      const read = readAnswer(received, method);
      if (read === undefined) return;
      const outcome = read.rest.length > 0 ? "more came than the answer" : read.answer;
      void out.then(() => resolve(outcome));
    } catch (error) {
      resolve(String(error));
    }
  };
  const closed = () => resolve("the connection was closed without an answer");
  const timer = setTimeout(() => resolve("no answer in time"), PATIENCE);
  socket.on("data", data).on("close", closed);
  return promise.finally(() => {
    clearTimeout(timer);
    socket.off("data", data).off("close", closed);
  });
}

export interface Conversation {
  /** Written one after the other, as soon as the one before is out. */
  readonly chunks: readonly Buffer[];
  /** What happens then: our side is closed (the default), nothing, one more byte every 50 ms, or all breaks off. */
  readonly after?: "end" | "wait" | "drip" | "reset";
}

/** Says all of it on a connection of its own, and gives what came back until that was closed. */
export async function converse(
  port: number,
  { chunks, after = "end" }: Conversation,
): Promise<{ received: Buffer; closed: boolean }> {
  const socket = await opened(port);
  const received: Buffer[] = [];
  socket.on("data", (chunk) => void received.push(chunk));
  const closed = new Promise<boolean>((resolve) => socket.on("close", () => resolve(true)));
  for (const chunk of chunks) await new Promise<void>((sent) => socket.write(chunk, () => sent()));
  if (after === "end") socket.end();
  if (after === "reset") socket.resetAndDestroy();
  const drip = after === "drip" ? setInterval(() => socket.write("a"), 50) : undefined;
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE);
  const inTime = await Promise.race([closed, late]);
  clearInterval(drip);
  clearTimeout(timer);
  socket.destroy();
  return { received: Buffer.concat(received), closed: inTime };
}

async function opened(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const connected = once(socket, "connect");
  // A connection that breaks is closed next, which says it all.
  socket.on("error", () => undefined);
  await connected;
  return socket;
}
