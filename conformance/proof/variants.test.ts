import { expect, test } from "vitest";
import { tryOut } from "./trial.ts";
import { variants } from "./variants/all.ts";

test("no two variants have the same id", () => {
  const ids = variants.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test.each(variants.map((variant) => [variant.id, variant] as const))(
  "%s raises no alarm",
  async (_, variant) => {
    const { judged, verdict } = await tryOut({ ...variant, fault: variant.fault() });
    const alarms = judged.flatMap(({ requirement: { id }, outcome }) => {
      if (outcome.name === "failed") return [[id, outcome.findings[0]?.message]];
      return outcome.name === "error" ? [[id, outcome.reason]] : [];
    });
    expect(alarms, variant.does).toEqual([]);
    expect(verdict).toBe(variant.takesAway === undefined ? "conformant" : "undetermined");
  },
);
