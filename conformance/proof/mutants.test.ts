import { afterAll, describe, expect, test } from "vitest";
import { itemsOf } from "../run.ts";
import { suites } from "../suites.ts";
import { mutants } from "./mutants/all.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { idsWith, type Tried, tryOut } from "./trial.ts";
import { unkilled } from "./unkilled.ts";

const trials = new Map<string, Promise<Tried>>();

/** The check of a mutant: tried out once, whoever asks first. */
function trialOf(mutant: Mutant): Promise<Tried> {
  const { only = mutant.kills } = mutant;
  const trial = trials.get(mutant.id) ?? tryOut({ ...mutant, only: only === "all" ? [] : only });
  trials.set(mutant.id, trial);
  return trial;
}

const fits = (id: string, kill: string): boolean => id === kill || id.startsWith(`${kill}/`);

const lines: string[] = [];
afterAll(() => console.info(["Every mutant, and what noticed it:", ...lines.sort()].join("\n")));

test("no two mutants have the same id", () => {
  const ids = mutants.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

describe.each(suites.map((suite) => [suite.api, suite] as const))(
  "a wrong %s server is noticed",
  (api, suite) => {
    const own = mutants.filter((mutant) => mutant.api === api);

    test.each(own.map((mutant) => [mutant.id, mutant] as const))("%s", async (id, mutant) => {
      const failed = idsWith((await trialOf(mutant)).judged, "failed");
      const fitting = failed.filter((one) => mutant.kills.some((kill) => fits(one, kill)));
      lines.push(`${id}: ${fitting.join(", ")}`);
      const missed = mutant.kills.filter((kill) => !failed.some((one) => fits(one, kill)));
      expect(
        missed,
        `${mutant.breaks} What failed instead: ${failed.join(", ") || "nothing"}`,
      ).toEqual([]);
    });

    test("by each requirement, but for those on the list", { timeout: 180_000 }, async () => {
      const reports = await Promise.all(own.map(trialOf));
      const killing = new Set(reports.flatMap((report) => idsWith(report.judged, "failed")));
      const promises = (await itemsOf(suite)).filter(
        ({ requirement }) => requirement.level !== "observe",
      );
      const unbroken = promises.flatMap(({ requirement: { id } }) => (killing.has(id) ? [] : [id]));
      expect(unbroken).toEqual(unkilled.filter((id) => id.startsWith(`${api}/`)));
    });
  },
);
