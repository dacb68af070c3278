import { describe, expect, it } from "vitest";
import { junitReport } from "./junit.ts";
import { passingTarget, requirement, sampleReport } from "./sample.ts";

const text = junitReport(sampleReport());
const count = (pattern: RegExp, where = text): number => where.match(pattern)?.length ?? 0;

/** The names of the elements that are open at the end of an XML text; none where all are closed in order. */
function leftOpen(document: string): readonly string[] {
  const open: string[] = [];
  for (const [, end, name = "", attributes = ""] of document.matchAll(
    /<(\/?)([\w-]+)((?:\s[\w-]+="[^"<]*")*)\s*\/?>/g,
  )) {
    if (end === "/") expect(open.pop()).toBe(name);
    else if (!document.includes(`<${name}${attributes}/>`)) open.push(name);
  }
  return open;
}

describe("junitReport", () => {
  it("has a suite for each target, whose counts are those of its cases", () => {
    expect(text).toContain(
      '<testsuite name="sahut" tests="11" failures="2" errors="1" skipped="4" time="0" timestamp="2025-11-21T09:30:00">',
    );
    const [first = ""] = text.split("</testsuite>");
    expect(count(/<testcase /g, first)).toBe(11);
    expect(count(/<failure /g, first)).toBe(2);
    expect(count(/<error /g, first)).toBe(1);
    expect(count(/<skipped /g, first)).toBe(4);
  });

  it("is well formed, whatever a target sends", () => {
    expect(leftOpen(text)).toEqual([]);
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u);
    expect(text.replaceAll(/<\/?[\w-]+(\s[\w-]+="[^"<]*")*\s*\/?>|<\?xml[^>]*>/g, "")).not.toMatch(
      /[<>]|&(?!(amp|lt|gt|quot);)/,
    );
  });

  it("says what was expected, what came, and how to see it again", () => {
    expect(text).toContain(
      'classname="sahut.pagination" name="sahut/pagination/pages-do-not-overlap"',
    );
    expect(text).toContain("Expected   no id of page 1 on page 2 (per_page=5)\nActual     conv_");
    expect(text).toContain("Reproduce  curl -i &quot;$SAHUT_URL/conversations");
  });

  it("lets a warning pass with its output, and fail where warnings count", () => {
    expect(text).toMatch(/name="sahut\/messages\/content-comes-back" time="0"><system-out>Warning/);
    expect(junitReport(sampleReport(), true)).toContain('failures="3"');
  });

  it("skips what is known to fail, with the reason", () => {
    const finding = { message: "m", expected: "e", actual: "a" };
    const failing = requirement({ id: "a/b/c", outcome: "failed", findings: [finding] });
    const target = {
      ...passingTarget("sahut", 0),
      requirements: [{ ...failing, expected: "mended in 2.4" }],
    };
    const known = junitReport(sampleReport([target]), true);
    expect(known).toContain('<skipped message="known to fail: mended in 2.4"/>');
    expect(known).toContain('failures="0"');
  });
});
