import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Delivery } from "../model.ts";
import type { Clock } from "../target/wire.ts";
import type { ListenAddress } from "./address.ts";

/** What a mailbox answers to its n-th delivery, from 0: a status, or nothing until it is released. */
export type Answering = (nth: number) => number | "held";

/** An address that nobody guesses, and what came to it. */
export interface Mailbox {
  /** To be put behind the address under which the target reaches the receiver: `/9f86d0…`. */
  readonly path: string;
  /** So far, in order of arrival. */
  readonly deliveries: readonly Delivery[];
  /** Answers what is held with 200, and holds nothing from now on. */
  release(): void;
}

/** An HTTP server that takes in what the target sends by itself. It knows no API. */
export interface Receiver {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** The time by which deliveries are received; it goes on while they are waited for. */
  now(): Date;
  /** A new mailbox. */
  mailbox(answering: Answering): Mailbox;
  /**
   * Waits until something has come, and says whether it has.
   * @param atMostMs by the clock of the run
   */
  wait(hasCome: () => boolean, atMostMs: number): Promise<boolean>;
  /** Hangs up on whoever is still there. */
  close(): Promise<void>;
}

export interface ReceiverOptions {
  readonly address: ListenAddress;
  readonly clock: Clock;
  /** Once aborted, nothing is waited for. */
  readonly signal?: AbortSignal | undefined;
}

/** A delivery longer than this is hung up on: nothing documented comes near it. */
const longestBody = 10 * 1024 * 1024;
/** Whoever waits looks this often whether it has waited long enough. */
const stepMs = 250;

/**
 * Starts a receiver. What does not go to a mailbox is answered 404 and forgotten.
 * @throws Error when it cannot listen there
 */
export async function openReceiver({ address, clock, signal }: ReceiverOptions): Promise<Receiver> {
  const boxes = new Map<string, (incoming: IncomingMessage, response: ServerResponse) => void>();
  let bell = Promise.withResolvers<void>();
  let count = 0;

  const ring = (): void => {
    bell.resolve();
    bell = Promise.withResolvers();
  };
  const server = createServer((incoming, response) => {
    // What breaks on the way is no delivery.
    incoming.on("error", () => {});
    const token = incoming.url?.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
    const take = boxes.get(token);
    if (take !== undefined) return take(incoming, response);
    incoming.resume();
    response.writeHead(404).end();
  });
  server.listen(address.port, address.host);
  await once(server, "listening");
  signal?.addEventListener("abort", ring, { once: true });

  const mailbox = (answering: Answering): Mailbox => {
    const token = randomBytes(16).toString("hex");
    const deliveries: Delivery[] = [];
    const held = new Set<ServerResponse>();
    let released = false;
    boxes.set(token, async (incoming, response) => {
      const raw = await bytesOf(incoming);
      if (raw === undefined) return;
      const said = answering(deliveries.length);
      const answered = said === "held" && released ? 200 : said;
      count += 1;
      deliveries.push({
        ...partsOf(incoming, raw),
        number: count,
        receivedAt: clock.now().toISOString(),
        ...(answered !== "held" && { answered }),
      });
      if (answered === "held") held.add(response);
      else response.writeHead(answered).end();
      ring();
    });
    return {
      path: `/${token}`,
      deliveries,
      release() {
        released = true;
        for (const response of held) response.writeHead(200).end();
        held.clear();
      },
    };
  };

  return {
    origin: originOf(server.address(), address.host),
    now: () => clock.now(),
    mailbox,
    async wait(hasCome, atMostMs) {
      let left = atMostMs;
      let step: Promise<void> | undefined;
      while (!hasCome() && left > 0 && signal?.aborted !== true) {
        step ??= clock.sleep(Math.min(stepMs, left)).then(() => {
          left -= stepMs;
          step = undefined;
        });
        await Promise.race([step, bell.promise]);
      }
      return hasCome();
    },
    async close() {
      signal?.removeEventListener("abort", ring);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function originOf(listening: AddressInfo | string | null, host: string): string {
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = listening as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The whole body, or undefined when it breaks off or never ends. */
async function bytesOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming) {
      size += chunk.length;
      if (size > longestBody) return void incoming.destroy();
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function partsOf(incoming: IncomingMessage, raw: Buffer) {
  const json = jsonOf(raw);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    [value].flat().join(", "),
  ]);
  return {
    method: incoming.method ?? "",
    path: incoming.url ?? "",
    headers: Object.fromEntries(headers),
    raw,
    body: raw.toString("utf8"),
    ...(json !== undefined && { json }),
  };
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw));
  } catch {
    return undefined;
  }
}
