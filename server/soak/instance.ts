import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const CLI = join(import.meta.dirname, "../../cli.ts");

/** A server in a process of its own, which is ended and started again. */
export interface Instance {
  /** Where it answers; another address after each start. */
  readonly url: string;
  readonly control: string;
  /** Whether it is there to be asked. */
  readonly up: boolean;
  /** Starts it. Gives how many seconds it took until it answers. */
  start(...more: string[]): Promise<number>;
  /** SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
  /** SIGTERM: it finishes what it has begun. Throws unless it ends with 0. */
  terminate(): Promise<void>;
  /** What it has said on stderr. */
  readonly words: readonly string[];
}

/** `concordat serve` with these flags, on a free port. It does not run yet. */
export function instance(flags: readonly string[]): Instance {
  let child: ChildProcess | undefined;
  let url = "";
  let control = "";
  const words: string[] = [];

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<unknown> {
    if (child === undefined) return undefined;
    const gone = once(child, "exit");
    child.kill(signal);
    child = undefined;
    const [code] = await gone;
    return code;
  }

  return {
    get url() {
      return url;
    },
    get control() {
      return control;
    },
    get up() {
      return child !== undefined;
    },
    words,
    async start(...more) {
      const begun = performance.now();
      const all = ["serve", "--port", "0", "--control", "0", "--allow-private", ...flags, ...more];
      const started = spawn(process.execPath, [CLI, ...all], { stdio: ["ignore", "pipe", "pipe"] });
      createInterface(started.stderr).on("line", (line) => words.push(line));
      for await (const line of createInterface(started.stdout)) {
        const [, name, address = ""] = /^(Control|Sahut|Sarufi) +(\S+)$/.exec(line) ?? [];
        if (name === "Control") control = address;
        if (name === "Sahut") url = new URL(address).origin;
        if (name === "Sarufi") break;
      }
      if (url === "" || started.exitCode !== null) throw new Error(words.join("\n"));
      started.stdout.resume();
      child = started;
      return (performance.now() - begun) / 1000;
    },
    async kill() {
      await end("SIGKILL");
    },
    async terminate() {
      const code = await end("SIGTERM");
      if (code !== 0) throw new Error(`A server that was asked to end did so with ${code}.`);
    },
  };
}
