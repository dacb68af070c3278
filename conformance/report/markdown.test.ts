import { describe, expect, it } from "vitest";
import { markdownReport } from "./markdown.ts";
import { sampleReport } from "./sample.ts";

const text = markdownReport(sampleReport());

describe("markdownReport", () => {
  it("begins with the verdicts", () => {
    expect(text).toContain(
      "| `sahut` | **nonconformant** | 3 of 10 promises hold; 3 failed, 1 as a warning; 1 error; 3 not tested: limited\\_key (2), template\\_id (1) | 143 | 37.5% |",
    );
    expect(text).toContain("| `sarufi` | **conformant** |");
  });

  it("folds each failure, the broken before the warnings", () => {
    const places = ["pages-do-not-overlap</code> must:", "content-comes-back</code> should:"].map(
      (words) => text.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain("- Expected: `no id of page 1 on page 2 (per_page=5)`");
    expect(text).toContain('```sh\ncurl -i "$SAHUT_URL/conversations?page=2&per_page=5"');
  });

  it("lets nothing that a target sent be markup", () => {
    const outside = text.replaceAll(/(`+)[^`][\s\S]*?\1/g, "");
    expect(outside).not.toMatch(/(?<!\\)<(?!\/?(details|summary|code|sub)\b)/);
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_C}]/u);
  });

  it("says what was not judged, and what no contract has", () => {
    expect(text).toContain("- 2: the fixture limited\\_key is missing");
    expect(text).toContain("- the header x-total of listConversations");
  });
});
