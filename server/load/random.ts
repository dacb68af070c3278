/** Numbers from 0 up to 1, the same ones for the same seed: mulberry32, by Tommy Ettinger. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several, of which the earlier ones are more likely: the first half of the time, the next half of the rest. */
export function oneOf<Item>(random: Random, first: Item, ...others: readonly Item[]): Item {
  for (const item of [first, ...others]) if (random() < 0.5) return item;
  return first;
}

/** A whole number from 0 up to `end`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}
