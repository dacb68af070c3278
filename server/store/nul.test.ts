import { expect, test } from "vitest";
import { escapeNul, unescapeNul } from "./nul.ts";

test.each(["plain", "\0", "\uE000", "\uE0000", "a\0b\uE000c\uE000\uE0000\0\0", "👋🏽 \u{10FFFF}"])(
  "%j comes back as it went in, and holds no U+0000 on the way",
  (text) => {
    expect(escapeNul(text)).not.toContain("\0");
    expect(unescapeNul(escapeNul(text))).toBe(text);
  },
);
