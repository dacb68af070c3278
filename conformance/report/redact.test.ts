import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactor } from "./redact.ts";

const key = 'sk/live+é"\\42 ?';
const redact = redactor(new Map([[key, "$SAHUT_KEY"]]));
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("redactor", () => {
  it.each([
    ["as it is", `Bearer ${key}`, "Bearer $SAHUT_KEY"],
    ["in JSON", JSON.stringify({ key }), '{"key":"$SAHUT_KEY"}'],
    ["in JSON inside JSON", JSON.stringify(JSON.stringify(key)), '"\\"$SAHUT_KEY\\""'],
    ["in JSON of ASCII", String.raw`"sk/live+\u00e9\"\\42 ?"`, '"$SAHUT_KEY"'],
    ["in JSON with escaped slashes", String.raw`"sk\/live+é\"\\42 ?"`, '"$SAHUT_KEY"'],
    ["as a part of a URL", `/a?key=${encodeURIComponent(key)}&b`, "/a?key=$SAHUT_KEY&b"],
    ["as a URL", `/a/${encodeURI(key)}`, "/a/$SAHUT_KEY"],
    ["in a form", new URLSearchParams({ key }).toString(), "key=$SAHUT_KEY"],
    ["with small digits", encodeURIComponent(key).replaceAll("%2F", "%2f"), "%2f"],
    ["as a user", `Basic ${base64(`${key}:`)}`, "Basic base64($SAHUT_KEY:)"],
    ["as a password", `Basic ${base64(`:${key}`)}`, "Basic base64(:$SAHUT_KEY)"],
    ["in base64", base64(key), "base64($SAHUT_KEY)"],
  ])("finds a secret %s", (name, given, want) => {
    // Half-small digits are no form of any encoder; all-small ones are.
    if (name !== "with small digits") return expect(redact(given)).toBe(want);
    const small = encodeURIComponent(key).replace(/%../g, (digits) => digits.toLowerCase());
    return expect(redact(small)).toBe("$SAHUT_KEY");
  });

  it("finds a secret in base64 whatever stands around it", () => {
    for (const before of ["", "a", "ab", "abc"]) {
      const redacted = redact(base64(`${before}${key}:more`));
      expect(redacted).toContain("base64($SAHUT_KEY)");
    }
  });

  it("goes through arrays, objects and the names of members", () => {
    const given = { [key]: [key, 1, null, true, { inner: `a${key}b` }] };
    expect(redact(given)).toEqual({
      $SAHUT_KEY: ["$SAHUT_KEY", 1, null, true, { inner: "a$SAHUT_KEYb" }],
    });
    expect(Object.keys(given)).toEqual([key]);
  });

  it("takes the longer secret first, and leaves placeholders alone", () => {
    const secrets = new Map([
      ["live", "$SHORT"],
      ["sk_live_1", "$LIVE"],
      ["LIVE", "$CAPITALS"],
    ]);
    expect(redactor(secrets)("a sk_live_1 live")).toBe("a $LIVE $SHORT");
  });

  it("finds a secret that was given with a line break at its end", () => {
    expect(redactor(new Map([["sk_live_1\n", "$SAHUT_KEY"]]))("Bearer sk_live_1")).toBe(
      "Bearer $SAHUT_KEY",
    );
  });

  it("finds a short secret as a word, and not inside of others", () => {
    const short = redactor(new Map([["test", "$SAHUT_KEY"]]));
    expect(short("test: untestable, Bearer test")).toBe(
      "$SAHUT_KEY: untestable, Bearer $SAHUT_KEY",
    );
    const odd = redactor(new Map([["a.c*", "$A"]]));
    expect(odd("abcc a.c* xa.c*")).toBe("abcc $A xa.c*");
    expect(redactor(new Map([["k", "$K"]]))("ok, key: aw")).toBe("ok, key: base64($K)");
  });

  it("ignores an empty secret", () => {
    const text = "nothing to hide";
    expect(redactor(new Map([["", "$A"]]))(text)).toBe(text);
    expect(redactor(new Map([["  ", "$A"]]))("ab")).toBe("ab");
    expect(redactor(new Map())(text)).toBe(text);
  });

  it("survives half a character", () => {
    expect(redactor(new Map([["\ud800secret", "$A"]]))("x \ud800secret")).toBe("x $A");
  });

  it("leaves no secret in any form, wherever it stands", () => {
    const long = (text: string): boolean => text.trim().length >= 8;
    const secret = fc.string({ unit: "binary", minLength: 8, maxLength: 40 }).filter(long);
    const encode = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => JSON.stringify(text).slice(1, -1),
      (text) => encodeURIComponent(text),
      (text) => new URLSearchParams({ "": text }).toString().slice(1),
      (text) => base64(`${text}:`),
      (text) => base64(`:${text}`),
      (text) => base64(text),
    );
    const secrets = fc.array(secret, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(secrets, encode, fc.jsonValue(), (given, form, around) => {
        const clean = redactor(new Map(given.map((text, index) => [text, `$KEY_${index}`])));
        const members = given.map((text) => [`a ${form(text)} b`, [`${form(text)},`, around]]);
        for (const text of textsIn(clean(Object.fromEntries(members)))) {
          for (const one of given) expect(text).not.toContain(form(one).replace(/=+$/, ""));
        }
      }),
    );
  });
});

/** Every string of a value, names of members included. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
}
