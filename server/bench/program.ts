import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** A server in a process of its own. */
export interface Running {
  /** Its origin: `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly pid: number | undefined;
  /** What its process has computed so far, in milliseconds. */
  computed(): Promise<number>;
  stop(): Promise<void>;
}

const counter = join(import.meta.dirname, "computed.ts");

/**
 * Runs a program of Node that says where it listens, as `http://127.0.0.1:<port>`, and resolves when it has said so. Throws
 * with its last words when it ends before.
 */
export async function run(program: string, ...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ["--import", counter, program, ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  const ended = once(child, "exit");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = "";
  let url: string | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    // Read to the end: a server that logs each request must not wait for a reader.
    stream?.on("data", (data: Buffer) => {
      if (url !== undefined) return;
      said += stripVTControlCharacters(data.toString());
      [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
  }
  void ended.then(() => reject(new Error(`${program} has ended: ${said.slice(-1000)}`)));
  return {
    url: await promise,
    pid: child.pid,
    async computed() {
      const answer = once(child, "message");
      child.send("computed?");
      const [milliseconds] = await answer;
      return Number(milliseconds);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
