import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import { MockError } from "./mock-error.ts";

export interface PrismOptions {
  /** The OpenAPI document, as one file. When it changes, Prism reads it again. */
  readonly contract: string;
  /** Where to listen on 127.0.0.1; 0 takes a free port. */
  readonly port: number;
  /** Make bodies up from the schemas, instead of answering with the contract's examples. */
  readonly dynamic: boolean;
  /** Takes what Prism says, a line at a time: each request, and why it refuses one. */
  readonly log: (line: string) => void;
}

/** A Prism that answers. */
export interface Prism {
  readonly url: string;
  /** Rejects with a MockError when it ends without being asked to; never resolves otherwise. */
  readonly ended: Promise<never>;
  close(): Promise<void>;
}

/**
 * Starts Prism and waits until it answers. It runs in a thread, so that it can never outlive us.
 *
 * @throws {MockError} when it is not installed, its port is taken, or it cannot read the contract
 */
export async function startPrism({ contract, port, dynamic, log }: PrismOptions): Promise<Prism> {
  const place = ["--host", "127.0.0.1", "--port", String(port)];
  const worker = new Worker(locate(), {
    argv: ["mock", contract, ...place, `--dynamic=${dynamic}`, "--multiprocess=false"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    stdout: true,
    stderr: true,
  });
  let said: string[] = [];
  let answers = false;
  const listening = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<never>();
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface(stream).on("line", (line) => {
      said = [...said.slice(-9), line];
      const [, url] = /Prism is listening on (\S+)/.exec(line) ?? [];
      if (answers) log(line);
      if (url === undefined) return;
      answers = true;
      listening.resolve(url);
    });
  }
  worker.on("error", (cause) => ended.reject(new MockError(`Prism failed: ${cause}`, { cause })));
  worker.on("exit", () => ended.reject(reasonOf(said.join("\n"), port)));
  // Whoever waits for it hears of it; nobody has to.
  ended.promise.catch(() => {});
  return {
    url: await Promise.race([listening.promise, ended.promise]),
    ended: ended.promise,
    async close() {
      worker.removeAllListeners("exit");
      await worker.terminate();
    },
  };
}

function reasonOf(said: string, port: number): MockError {
  if (said.includes("EADDRINUSE")) {
    return new MockError(`Port ${port} on 127.0.0.1 is in use. Give another one with --port.`);
  }
  return new MockError(`Prism has ended. Its last words: ${said.trim()}`);
}

function locate(): string {
  try {
    return createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  } catch (cause) {
    throw new MockError("The mock is @stoplight/prism-cli, which is not here: run `npm ci`.", {
      cause,
    });
  }
}
