import { expect, test } from "vitest";
import { badge } from "./badge.ts";
import { passingTarget, sampleReport } from "./sample.ts";

test("a badge says each verdict, and how many promises hold", () => {
  expect(badge(sampleReport())).toContain(
    "<title>sahut: nonconformant 3/10, sarufi: conformant 4/4</title>",
  );
});

test("a badge is as wide as what stands in it, and no wider for one target", () => {
  const one = badge(sampleReport([passingTarget("sahut", 244)]));
  const [, width] = /<svg [^>]*width="(\d+)"/.exec(one) ?? [];
  const drawn = [...one.matchAll(/<rect x="\d+" width="(\d+)"/g)].map(([, own]) => Number(own));
  expect(drawn).toHaveLength(2);
  expect(drawn.reduce((sum, own) => sum + own, 0)).toBe(Number(width));
  expect(one).toContain(">conformant 244/244</text>");
});

test("a run without a verdict is told as such", () => {
  expect(badge(sampleReport([{ ...passingTarget("sahut", 2), verdict: null }]))).toContain(
    "sahut: no verdict 2/2",
  );
});
