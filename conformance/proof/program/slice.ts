import type { KillMatrix } from "./kill-matrix.ts";

/**
 * A part of the mutants that is small and yet breaks every requirement: by one that is cheap to try, where there is one.
 * @param isCheap whether a mutant takes next to no time
 * @param every one in so many of the others is in it, too
 */
export function sliceOf(
  matrix: KillMatrix,
  isCheap: (id: string) => boolean,
  every: number,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  const broken = new Set<string>();
  const take = (id: string, killers: readonly string[]): void => {
    chosen.add(id);
    for (const killer of killers) broken.add(killer);
  };
  const [cheap, dear] = [true, false].map((wanted) =>
    [...matrix].filter(([id]) => isCheap(id) === wanted),
  );
  for (const kind of [cheap, dear])
    for (const [place, [id, killers]] of (kind ?? []).entries())
      if (place % every === 0) take(id, killers);
  for (const kind of [cheap, dear])
    for (const [id, killers] of kind ?? [])
      if (killers.some((killer) => !broken.has(killer))) take(id, killers);
  return chosen;
}
