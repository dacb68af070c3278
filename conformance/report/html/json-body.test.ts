import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prettyBody } from "./json-body.ts";

const textOf = (body: string): string =>
  prettyBody(body)
    .markup.replace(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("prettyBody", () => {
  it("lays out JSON", () => {
    expect(textOf('{"a":[1,{"b":"x"}],"c":{},"d":[]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": "x"\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  it("says what is a name, a string and a literal", () => {
    expect(prettyBody('{"a":["b",null]}').markup).toMatch(
      /class="name">&quot;a&quot;.*class="string">&quot;b&quot;.*class="literal">null/s,
    );
  });

  it("keeps numbers that no parser keeps", () => {
    expect(textOf("[12345678901234567890,1.0,1e400]")).toBe(
      "[\n  12345678901234567890,\n  1.0,\n  1e400\n]",
    );
  });

  it("leaves what is not JSON", () => {
    expect(textOf("<html>{}</html>")).toBe("<html>{}</html>");
    expect(textOf('{"a":')).toBe('{"a":');
  });

  it("lays out JSON that was cut, with all that is left of it", () => {
    const cut = JSON.stringify({ items: Array(900).fill("a b"), last: "x" }).slice(0, 4096);
    expect(textOf(cut).replace(/\n */g, "").replaceAll('": ', '":')).toBe(cut);
  });

  it("stays small where JSON is deep", () => {
    expect(textOf(`${"[".repeat(2000)}${"]".repeat(2000)}`).length).toBeLessThan(200_000);
  });

  it("says what JSON.stringify says of any value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        // What does not show is written out by another rule.
        fc.pre(!/[\p{Cc}\p{Cs}\p{Bidi_C}\u2028\u2029\ufeff]/u.test(JSON.stringify(value)));
        expect(textOf(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});
