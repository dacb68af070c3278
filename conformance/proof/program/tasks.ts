import { suites } from "../../suites.ts";
import { readOnce } from "../matter.ts";
import { mutants } from "../mutants/all.ts";
import { nullTargets } from "../null-targets.ts";
import { variants } from "../variants/all.ts";
import type { Task } from "./task.ts";

/** How many of each are drawn by lot, for each API. */
const draws = { combinations: 20, samples: 20 };

/**
 * All that the proof consists of, the longest first.
 * @param seed what is drawn by lot is drawn anew with another
 */
export async function allTasks(seed: number): Promise<readonly Task[]> {
  const perApi = await Promise.all(
    suites.map(async (suite): Promise<readonly Task[]> => {
      const { contract } = await readOnce(suite);
      const { api } = suite;
      const lots = (count: number) =>
        Array.from({ length: count }, (_, place) => seed * 1000 + place);
      return [
        ...[...contract.operations.keys()].map((operation) => ({
          part: "derived mutants" as const,
          api,
          operation,
        })),
        ...lots(draws.samples).map((lot) => ({
          part: "sample over HTTP" as const,
          api,
          seed: lot,
        })),
        ...lots(draws.combinations).map((lot) => ({
          part: "combination" as const,
          api,
          seed: lot,
        })),
        ...nullTargets.map(({ id }) => ({ part: "null target" as const, api, id })),
      ];
    }),
  );
  return [
    ...perApi.flat(),
    ...variants.map(({ id }) => ({ part: "legal variant" as const, id })),
    ...mutants.map(({ id }) => ({ part: "mutant" as const, id })),
  ];
}
