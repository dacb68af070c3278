import { createHash } from "node:crypto";

/**
 * Some of many, drawn by a seed: always the same ones, and a smaller draw is the beginning of a larger one. What joins the
 * frame later moves nothing that was drawn before, unless it comes first.
 */
export function drawn<One extends { readonly id: string }>(
  frame: readonly One[],
  count: number,
  seed: number,
): readonly One[] {
  const rank = ({ id }: One) => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  return frame
    .map((one) => [rank(one), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, one]) => one);
}

/** One from each list in turn, so that every beginning has something of all of them. */
export function interleaved<One>(lists: readonly (readonly One[])[]): readonly One[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  // A short list is spread over the whole.
  return lists
    .flatMap((list, which) =>
      list.map((one, place) => [((place + 0.5) * longest) / list.length, which, one] as const),
    )
    .toSorted(([a, first], [b, second]) => a - b || first - second)
    .map(([, , one]) => one);
}
