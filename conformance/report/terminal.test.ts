import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { passingTarget, requirement, sampleReport } from "./sample.ts";
import { hostile } from "./sample-findings.ts";
import { styleOf } from "./style.ts";
import { terminalReport } from "./terminal.ts";

const plain = styleOf({ colour: false });
const text = terminalReport(sampleReport(), plain);
const lines = text.split("\n");

describe("terminalReport", () => {
  it("shows a failure with its promise, what was expected, what came, and how to see it again", () => {
    expect(text).toContain(`
✗ sahut/pagination/pages-do-not-overlap   must
  Promise    Walking the pages of a list gives every item once.   Introduction, Pagination
  Finding    "conv_01HX2B9K3M5N7P" stands twice: on page 1 and on page 2
  Expected   no id of page 1 on page 2 (per_page=5)
  Actual     conv_01HX2B9K3M5N7P is the last item of page 1 and the first of page 2
  Reproduce  curl -i "$SAHUT_URL/conversations?page=2&per_page=5" -H "Authorization: Bearer $SAHUT_KEY" -H 'Accept: application/json'
`);
  });

  it("shows three findings of a promise, and how many more there are", () => {
    const from = lines.indexOf("✗ sahut/conversations/contact-id-is-required   must");
    const block = lines.slice(from, lines.indexOf("", from));
    expect(block.filter((line) => line.startsWith("  Finding"))).toHaveLength(3);
    expect(block.at(-1)).toBe("             and 2 more");
  });

  it("puts what must hold before what should, and both before what was not judged", () => {
    const places = ["✗ ", "▲ ", "Not tested", "Errors", "Not conformant:", "✓ 3 passed"].map(
      (start) => lines.findIndex((line) => line.startsWith(start)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("shows a delivery in a line", () => {
    expect(text).toContain("  Delivery   7, POST at 09:30:01.250, answered 204: </script><script>");
  });

  it("groups what was not tested by its reason", () => {
    expect(text).toContain(`
  ?   2  the fixture limited_key is missing
         sahut/rate-limit/retry-after, sahut/rate-limit/requests-a-minute
  ?   1  the fixture template_id is missing
`);
  });

  it("ends with how to reproduce, and with the verdict of every target", () => {
    expect(lines.slice(-5)).toEqual([
      "To reproduce, first: export SAHUT_URL='https://staging.example.com/v1' SAHUT_KEY='…'",
      "",
      "sahut    nonconformant   3 of 10 promises hold; 3 failed, 1 as a warning; 1 error; 3 not tested: limited_key (2), template_id (1)   143 requests",
      "sarufi   conformant      4 of 4 promises hold   24 requests",
      "",
    ]);
  });

  it("breaks running text at the width, and never a command", () => {
    const long = terminalReport(sampleReport(), styleOf({ colour: false, width: 60 })).split("\n");
    const broken = long.filter((line) => /^ {2}\w|^ {9}/.test(line) && !/curl /.test(line));
    expect(broken.length).toBeGreaterThan(10);
    for (const line of broken) {
      expect(line.length <= 60 || !/ \S/.test(line.slice(13))).toBe(true);
    }
  });

  it("lets nothing that the target sent reach the terminal as a command", () => {
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_C}]/u);
    expect(text).toContain("\\u001b[2J\\u001b[31m\\u202e");
  });

  it("says the same with and without colours", () => {
    const coloured = terminalReport(sampleReport(), styleOf({ colour: true }));
    expect(coloured).toContain("\u001b[31m✗\u001b[39m");
    expect(coloured).toContain("\u001b[31mnonconformant\u001b[39m");
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  it("says how far it looked, and what no contract has", () => {
    expect(text).toContain(
      "\nAsserted 3 of the contract's 8 clauses, 37.5%; least of sendMessage (0%), listConversations (50%).\n",
    );
    expect(text.replaceAll("\n", " ")).toContain(
      "In no contract, and not judged: the status 302 of listConversations, the media type 302 text/html of listConversations, the header x-total of listConversations and 4 more.",
    );
  });

  it("fits on one screen when everything holds", () => {
    const calm = terminalReport(
      sampleReport([passingTarget("sahut", 123), passingTarget("sarufi", 80)]),
      plain,
    );
    expect(calm.split("\n").length).toBeLessThanOrEqual(24);
    expect(calm).not.toContain("export");
  });

  it("says that a filtered run has no verdict", () => {
    const filtered = { ...passingTarget("sahut", 2), verdict: null };
    expect(terminalReport(sampleReport([filtered]), plain)).toContain(
      "sahut   no verdict   2 of 2 promises hold",
    );
  });

  it("names the other keys that the commands use", () => {
    const curl = 'curl -i "$SAHUT_URL/a" -H "Authorization: Bearer $SAHUT_READ_ONLY_KEY"';
    const finding = { message: hostile, expected: "", actual: "", curl };
    const target = {
      ...passingTarget("sahut", 0),
      requirements: [requirement({ id: "sahut/a/b", outcome: "failed", findings: [finding] })],
    };
    expect(terminalReport(sampleReport([target]), plain)).toContain(" SAHUT_READ_ONLY_KEY='…'\n");
  });
});
