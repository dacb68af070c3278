import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How a generated file on disk compares with what the contract gives today. */
export interface FileState {
  /** Relative to the folder, with forward slashes. */
  path: string;
  state: "current" | "stale" | "missing" | "superfluous";
}

/**
 * Compares a folder of folders with the texts that belong there.
 *
 * @param folder what `path` is relative to; it need not exist
 * @param texts every text that belongs there, by path
 */
export async function compareFolder(
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<FileState[]> {
  const wanted = [...texts].map(async ([path, text]): Promise<FileState> => {
    const present = await readFile(join(folder, path), "utf8").catch(absent);
    if (present === undefined) return { path, state: "missing" };
    return { path, state: present === text ? "current" : "stale" };
  });
  const superfluous = (await listFiles(folder))
    .filter((path) => !texts.has(path))
    .map((path): FileState => ({ path, state: "superfluous" }));
  return [...(await Promise.all(wanted)), ...superfluous];
}

/** Writes what is stale or missing, and removes what is superfluous; touches nothing else. */
export async function mendFolder(
  folder: string,
  texts: ReadonlyMap<string, string>,
  states: FileState[],
): Promise<void> {
  for (const { path, state } of states) {
    const file = join(folder, path);
    if (state === "superfluous") await rm(file).then(() => rmdir(dirname(file)).catch(notEmpty));
    if (state !== "stale" && state !== "missing") continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, texts.get(path) ?? "");
  }
}

/** The files in the folder's folders; files in the folder itself are none of ours. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent);
  return (entries ?? [])
    .filter((entry) => entry.isFile() && entry.parentPath !== folder)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function notEmpty(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
}
