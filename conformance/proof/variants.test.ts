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
    const report = await tryOut({ ...variant, fault: variant.fault() });
    const alarms = report.requirements
      .filter(({ outcome }) => outcome === "failed" || outcome === "error")
      .map(({ id, reason, findings }) => [id, reason ?? findings[0]?.message]);
    expect(alarms, variant.does).toEqual([]);
    expect(report.verdict).toBe(variant.takesAway === undefined ? "conformant" : "undetermined");
  },
);
