/** Two tools on the same mutants. */
export interface Paired {
  readonly both: number;
  /** Caught by the first alone, and by the second alone. */
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

export function paired(pairs: readonly (readonly [boolean, boolean])[]): Paired {
  const count = (a: boolean, b: boolean) =>
    pairs.filter(([first, second]) => first === a && second === b).length;
  return {
    both: count(true, true),
    first: count(true, false),
    second: count(false, true),
    neither: count(false, false),
  };
}

/**
 * How likely two equally good tools would differ at least so much, by McNemar's exact test: of the mutants that only one of
 * them caught, each is as likely to be the first's as the second's.
 */
export function mcnemar({ first, second }: Pick<Paired, "first" | "second">): number {
  const total = first + second;
  let tail = 0;
  let probability = 0.5 ** total;
  for (let k = 0; k <= Math.min(first, second); k += 1) {
    tail += probability;
    probability *= (total - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}
