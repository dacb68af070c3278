import { describe, expect, it } from "vitest";
import { visible } from "./visible.ts";

describe("visible", () => {
  it.each([
    ["terminal commands", "\u001b[31mred\u009b2J", "\\u001b[31mred\\u009b2J"],
    ["turned writing", "a\u202eb\u2066c", "a\\u202eb\\u2066c"],
    ["half a character", "\ud800", "\\ud800"],
    ["line separators", "a\u2028b\rc", "a\\u2028b\\u000dc"],
  ])("writes out %s", (_, given, want) => {
    expect(visible(given)).toBe(want);
  });

  it("leaves text, line breaks and tabs", () => {
    const text = "Grüße, 世界 😀\n\tأهلا";
    expect(visible(text)).toBe(text);
  });
});
