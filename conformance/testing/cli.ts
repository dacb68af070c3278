import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./suite.ts";

const cli = fileURLToPath(new URL("../../cli.ts", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is started, besides its arguments. */
export interface Surroundings {
  /** Variables beside PATH, which is all that a command gets by itself. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: an empty folder, gone once the test is over. */
  readonly cwd?: string;
  /** When the user presses Ctrl-C. Default: never. */
  readonly interruption?: Promise<unknown>;
  /** What the interruption sends. Default: SIGINT, which is Ctrl-C. */
  readonly signal?: NodeJS.Signals;
}

/** Runs `concordat` in a process of its own, as a user would, until it ends. */
export async function concordat(
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<Finished> {
  const running = await start(args, surroundings);
  void surroundings.interruption?.then(() => running.child.kill(surroundings.signal ?? "SIGINT"));
  const [code] = await once(running.child, "close");
  return { code: typeof code === "number" ? code : null, ...running.output() };
}

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  output(): { readonly stdout: string; readonly stderr: string };
}

async function start(args: readonly string[], { env, cwd }: Surroundings): Promise<Running> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: cwd ?? (await temporaryFolder()),
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  return { child, output: () => output };
}

/** A reference server in a process of its own. */
export interface Served {
  readonly banner: string;
  readonly sahut: Api;
  readonly sarufi: Api & { readonly chatbot: string };
  /** Asks it to end. */
  terminate(): Promise<Finished>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<Finished>;
}

interface Api {
  readonly url: string;
  readonly key: string;
}

/** Starts `concordat serve` on a free port, and reads its banner. */
export async function served(
  args: readonly string[] = ["--port", "0"],
  surroundings: Surroundings = {},
): Promise<Served> {
  const { child, output } = await start(["serve", ...args], surroundings);
  const ended = once(child, "close").then(() => true);
  // The banner ends with the second curl line.
  while (output().stdout.split(/^ *curl .*\n/m).length < 3) {
    const more = once(child.stdout, "data").then(() => false);
    if (await Promise.race([ended, more])) throw new Error(`serve ended: ${output().stderr}`);
  }
  const banner = output().stdout;
  const [sahut = "", sarufi = ""] = banner.split(/^(?=Sarufi )/m);
  const find = (text: string, name: string): string =>
    new RegExp(`^ *${name} +(\\S+)`, "m").exec(text)?.[1] ?? "";
  const finished = ended.then(() => ({ code: child.exitCode, ...output() }));
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const terminate = (): Promise<Finished> => {
    signal("SIGTERM");
    return finished;
  };
  return {
    banner,
    sahut: { url: find(sahut, "Sahut"), key: find(sahut, "key") },
    sarufi: {
      url: find(sarufi, "Sarufi"),
      key: find(sarufi, "key"),
      chatbot: find(sarufi, "chatbot"),
    },
    terminate,
    signal,
    ended: finished,
  };
}
