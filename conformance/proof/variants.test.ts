import { expect, test } from "vitest";
import { alarmsOf } from "./program/perform.ts";
import { tryOut } from "./trial.ts";
import { variants } from "./variants/all.ts";

test("no two variants have the same id", () => {
  const ids = variants.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

// `npm run proof` tries all of them, and several at once.
const slice = variants.filter((_, place) => place % 8 === 0);

test.each(slice.map((variant) => [variant.id, variant] as const))(
  "%s raises no alarm",
  async (_, variant) => {
    const tried = await tryOut({ ...variant, fault: variant.fault() });
    expect(alarmsOf(tried), variant.does).toEqual([]);
    expect(tried.verdict).toBe(variant.takesAway === undefined ? "conformant" : "undetermined");
  },
);
