import { expect, test } from "vitest";
import { isObject, objectAt } from "./contract/json.ts";
import { concordat } from "./testing/cli.ts";
import { watchedSahut } from "./testing/reference.ts";

/** A page count that is one too many: only an example says how it comes about. */
function oneTooMany(body: unknown): unknown {
  const meta = objectAt(body, "meta");
  if (!isObject(body) || typeof meta.total_pages !== "number") return undefined;
  return { ...body, meta: { ...meta, total_pages: meta.total_pages + 1 } };
}

test.each([
  [[], 0],
  [["--strict"], 1],
] as const)("a broken should, checked with %j, ends with %i", async (more, wanted) => {
  const { flags } = await watchedSahut(oneTooMany);
  const { code, stdout } = await concordat(["check", ...flags, ...more]);
  expect(stdout).toContain("sahut/pagination/total-pages-is-ceiling   should");
  expect(stdout).toMatch(/^sahut +conformant .*\b1 failed, as a warning/m);
  expect(code).toBe(wanted);
});

test("--strict fails nothing where every should holds", async () => {
  expect((await concordat(["check", "--api", "sarufi", "--strict"])).code).toBe(0);
});
