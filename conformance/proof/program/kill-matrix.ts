import { readFile, writeFile } from "node:fs/promises";
import type { Fate } from "../derived/judge.ts";

/** Which requirements fail for each mutant; none where the run is undetermined without a failure. */
export type KillMatrix = ReadonlyMap<string, readonly string[]>;

const file = new URL("../kill-matrix.txt", import.meta.url);

const heading = `# What every mutant is noticed by. Renewed by: npm run proof -- --write
# <api>/<mutant>[ <mutant>...]: <requirement>... ; mutants of one place that the same requirements notice share a line.
# "undetermined": nothing fails, but so much cannot be seen that there is no verdict.
`;

const undetermined = "undetermined";

/** The mutants that were noticed. */
export function matrixOf(fates: Iterable<readonly [string, Fate]>): KillMatrix {
  const rows = [...fates].flatMap(([id, fate]): (readonly [string, readonly string[]])[] => {
    if (fate.name === "killed") return [[id, [...fate.by].sort()]];
    return fate.name === undetermined ? [[id, []]] : [];
  });
  return new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The matrix as it is kept: sorted, without the API's name before each requirement. */
export function writeMatrix(matrix: KillMatrix): string {
  const lines = new Map<string, string[]>();
  for (const [id, killers] of matrix) {
    const api = id.slice(0, id.indexOf("/") + 1);
    const cut = id.lastIndexOf("/");
    const short = killers.map((killer) => killer.slice(api.length));
    const key = `${id.slice(0, cut)}\n${short.join(" ") || undetermined}`;
    lines.set(key, [...(lines.get(key) ?? []), id.slice(cut + 1)]);
  }
  const written = [...lines].map(([key, names]) => {
    const [place, killers] = key.split("\n");
    return `${place}/${names.join(" ")}: ${killers}`;
  });
  return `${heading}${written.sort().join("\n")}\n`;
}

/** The inverse of `writeMatrix`. */
export function parseMatrix(text: string): KillMatrix {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.flatMap((line) => {
      const end = line.lastIndexOf(": ");
      const [api = ""] = line.split("/");
      const killers = line
        .slice(end + 2)
        .split(" ")
        .filter((name) => name !== undetermined)
        .map((name) => `${api}/${name}`);
      const [first = "", ...others] = line.slice(0, end).split(" ");
      const place = first.slice(0, first.lastIndexOf("/") + 1);
      return [first, ...others.map((name) => place + name)].map((id) => [id, killers] as const);
    }),
  );
}

/** The committed matrix; empty where there is none yet. */
export const readMatrix = async (): Promise<KillMatrix> =>
  parseMatrix(await readFile(file, "utf8").catch(() => ""));

export const saveMatrix = (matrix: KillMatrix): Promise<void> =>
  writeFile(file, writeMatrix(matrix));
