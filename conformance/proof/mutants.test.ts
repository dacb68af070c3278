import { describe, expect, test } from "vitest";
import { itemsOf } from "../run.ts";
import { suites } from "../suites.ts";
import { derivedMutants } from "./derived/all.ts";
import { record } from "./derived/record.ts";
import { mutants } from "./mutants/all.ts";
import { readMatrix } from "./program/kill-matrix.ts";
import { settledFate, tryMutant } from "./program/perform.ts";
import { sliceOf } from "./program/slice.ts";
import { unkilled } from "./unkilled.ts";

// `npm run proof` tries all of them; here is a part of them that breaks every requirement.
const matrix = await readMatrix();
const byHand = new Set(mutants.map(({ id }) => id));
const slice = sliceOf(matrix, (id) => !byHand.has(id), 20);

test("no two mutants have the same id", () => {
  const ids = mutants.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test("the kill matrix has every mutant that was written by hand", () => {
  expect([...byHand].filter((id) => !matrix.has(id))).toEqual([]);
});

describe.each(suites.map((suite) => [suite.api, suite] as const))("of %s", (api, suite) => {
  const own = mutants.filter((mutant) => mutant.api === api && slice.has(mutant.id));

  test("every requirement breaks for a mutant, but for those on the list", async () => {
    const killing = new Set([...matrix.values()].flat());
    const promises = (await itemsOf(suite)).filter(
      ({ requirement }) => requirement.level !== "observe",
    );
    const unbroken = promises.flatMap(({ requirement: { id } }) => (killing.has(id) ? [] : [id]));
    expect(unbroken).toEqual(unkilled.filter((id) => id.startsWith(`${api}/`)));
  });

  test.each(own.map((mutant) => [mutant.id, mutant] as const))("%s", async (id, mutant) => {
    const { fates, complaints } = await tryMutant(mutant);
    expect(complaints).toEqual([]);
    const [, fate] = fates[0] ?? [];
    expect(fate?.name === "killed" && [...fate.by].sort()).toEqual(matrix.get(id));
  });

  test("derived mutants are noticed as the kill matrix has it", { timeout: 60_000 }, async () => {
    const recorded = await record(suite);
    const chosen = derivedMutants(recorded).filter(({ id }) => slice.has(id));
    expect(chosen.length).toBeGreaterThan(0);
    for (const mutant of chosen) {
      const fate = await settledFate(recorded, mutant);
      const by = fate.name === "killed" ? [...fate.by].sort() : [];
      expect([mutant.id, by]).toEqual([mutant.id, matrix.get(mutant.id)]);
    }
  });
});
