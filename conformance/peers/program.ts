import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What a program left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: five minutes. */
  readonly timeoutMs?: number;
}

/**
 * Runs a program until it ends, in a process group of its own, which is gone afterwards.
 * @throws Error when it takes longer than it may
 */
export async function run(
  file: string,
  args: readonly string[],
  { cwd, env, timeoutMs = 300_000 }: Surroundings,
): Promise<Ended> {
  const child = start(file, args, { cwd, ...(env && { env }) });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop(child);
  }, timeoutMs);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  stop(child);
  if (late) throw new Error(`${file} took longer than ${timeoutMs / 1000} s`);
  return { code: typeof code === "number" ? code : null, ...texts };
}

/** Starts a program in a process group of its own. */
export const start = (
  file: string,
  args: readonly string[],
  { cwd, env }: Omit<Surroundings, "timeoutMs">,
): ChildProcess =>
  spawn(file, args, {
    cwd,
    detached: true,
    env: { ...process.env, NO_COLOR: "1", CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Ends a program that `start` has started, and what that has started. */
export function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

/** Resolves when a program has said something on stdout or stderr that fits. @throws Error when it ends before */
export async function said(child: ChildProcess, pattern: RegExp): Promise<void> {
  let text = "";
  const ended = once(child, "close").then(() => {
    throw new Error(`It ended before it was ready: ${text.slice(-500)}`);
  });
  const heard = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      text += chunk.toString();
      if (pattern.test(text)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
  });
  // Whoever is stopped later ends, too, and nobody waits for that.
  ended.catch(() => {});
  await Promise.race([ended, heard]);
}
