import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A project in a temporary folder, which is gone once the test is over. */
export interface TempProject {
  root: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  /** Replaces the first occurrence of a text; fails if there is none. */
  edit(path: string, from: string, to: string): Promise<void>;
}

/** Makes a project with copies of this project's contracts of these APIs, and nothing else. */
export async function makeTempProject(...apis: string[]): Promise<TempProject> {
  const root = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const contracts = join(import.meta.dirname, "..");
  await mkdir(join(root, "openapi"));
  for (const api of apis) {
    await cp(join(contracts, api), join(root, "openapi", api), { recursive: true });
  }
  const read = (path: string) => readFile(join(root, path), "utf8");
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const edit = async (path: string, from: string, to: string) => {
    const text = await read(path);
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
    await write(path, text.replace(from, to));
  };
  return { root, read, write, edit };
}
