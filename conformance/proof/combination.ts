import fc from "fast-check";
import { together } from "./fault/fault.ts";
import { variants } from "./variants/all.ts";
import type { Variant } from "./variants/variant.ts";

/** How many variants are tried at once. */
const size = 3;

/**
 * Several variants of one API at once, drawn by lot: they leave different points open, so that each is possible beside the others.
 * @param seed the same seed draws the same variants
 */
export function combinationOf(api: string, seed: number): Variant {
  const possible = variants.filter(
    (variant) => variant.api === api && variant.takesAway === undefined,
  );
  const [drawn = []] = fc.sample(
    fc.shuffledSubarray([...possible], { minLength: possible.length }),
    {
      seed,
      numRuns: 1,
    },
  );
  const chosen: Variant[] = [];
  for (const variant of drawn)
    if (chosen.length < size && chosen.every((other) => goTogether(variant, other)))
      chosen.push(variant);
  return {
    id: chosen.map(({ id }) => id).join(" + "),
    api: chosen[0]?.api ?? "sahut",
    does: chosen.map(({ does }) => does).join(" "),
    open: chosen.map(({ open }) => open).join(", "),
    fault: () => together(...chosen.map(({ fault }) => fault())),
    configure: (target) =>
      chosen.reduce((known, { configure }) => configure?.(known) ?? known, target),
    limits: chosen.some(({ limits }) => limits === true),
    // Some change what the core answers, and not what the rest remembers of it: with these, only the core is judged.
    features: chosen.every(({ features }) => features === true),
  };
}

/** Whether two variants speak of different points, and one at most changes what the suite is told. */
const goTogether = (one: Variant, other: Variant): boolean =>
  one.open !== other.open && (one.configure === undefined || other.configure === undefined);
