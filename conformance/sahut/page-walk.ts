import { type Check, check } from "../check.ts";
import { answered, isSuccess, refusedWith, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { idsOf, metaOf } from "./inbox.ts";

/** Three small pages of a list, and the same stretch in one page before and after them. */
export interface Walk {
  readonly whole: Exchange;
  readonly parts: readonly Exchange[];
  readonly again: Exchange;
}

/** Three small pages, between two readings of the same stretch in one page: the list held still if these agree. */
export const pageWalk = (operationId: string, list: ControlProbe): Probe<Walk> => ({
  name: `a walk through three pages of ${operationId}`,
  run: async ({ send, use }) => {
    const total = metaOf((await use(list)).control, "total");
    const size = Math.min(5, Math.max(1, Math.floor(total / 3)));
    const get = (page: number, perPage: number): Promise<Exchange> =>
      send({
        operationId,
        purpose: `page ${page} of ${perPage}`,
        query: { page: `${page}`, per_page: `${perPage}` },
      });
    const once = async () => ({
      whole: await get(1, size * 3),
      parts: [await get(1, size), await get(2, size), await get(3, size)],
      again: await get(1, size * 3),
    });
    const first = await once();
    return refusedPages(first).length > 0 || heldStill(first) ? first : once();
  },
});

const isRefused = (page: Exchange): boolean => !isSuccess(answered(page));

/** Pages of a walk that are there and are refused; a page past the last may be. */
function refusedPages({ whole, parts, again }: Walk): readonly Exchange[] {
  const ends = [whole, again].filter(isRefused);
  if (ends.length > 0) return ends;
  const size = Number(parts[0]?.call.query?.per_page);
  return parts.filter((page, i) => isRefused(page) && (i === 0 || idsOf(whole).length > i * size));
}

/** The small pages without those that are past the last and refused. */
const readPages = ({ parts }: Walk): readonly Exchange[] =>
  parts.filter((page) => !isRefused(page));

const heldStill = ({ whole, again }: Walk): boolean =>
  String(idsOf(whole)) === String(idsOf(again));

/**
 * The pages of a list that holds still do not overlap, and leave nothing out.
 * @param ids what the ids of both requirements begin with
 * @param noun what the list holds one of
 */
export const walkChecks = (walk: Probe<Walk>, ids: string, noun: string): readonly Check[] => [
  check(`${ids}do-not-overlap`, walk, (evidence) => overlap(evidence, noun)),
  check(`${ids}leave-nothing-out`, walk, (evidence) => gaps(evidence, noun)),
];

function overlap(walk: Walk, noun: string): readonly Finding[] {
  if (!heldStill(walk)) untestable("the list changed while its pages were read");
  const seen = new Map<unknown, Exchange>();
  return readPages(walk).flatMap((page) =>
    idsOf(page).flatMap((id): Finding[] => {
      const earlier = seen.get(id);
      seen.set(id, page);
      if (earlier === undefined) return [];
      return [
        {
          message: `${show(id)} stands twice: on ${earlier.call.purpose} and on ${page.call.purpose}`,
          expected: `every ${noun} on one page only`,
          actual: `${show(id)} again`,
          exchange: page,
        },
      ];
    }),
  );
}

function gaps(walk: Walk, noun: string): readonly Finding[] {
  const refused = refusedPages(walk);
  if (refused.length > 0) return refused.flatMap((page) => refusedWith(page, [200]));
  if (!heldStill(walk)) untestable("the list changed while its pages were read");
  const walked = new Set(readPages(walk).flatMap((page) => idsOf(page)));
  const last = walk.parts.at(-1);
  return idsOf(walk.whole)
    .filter((id) => !walked.has(id))
    .map((id) => ({
      message: `${show(id)} is on one large page and on none of the small ones`,
      expected: `each ${noun} of the ${idsOf(walk.whole).length} on the large page, on three small ones`,
      actual: `${walked.size} of them`,
      ...(last && { exchange: last }),
    }));
}
