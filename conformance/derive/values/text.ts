import fc from "fast-check";
import type { JsonObject } from "../../contract/json.ts";
import { patternOf } from "../../contract/load/modern.ts";

/** A text for each format; `#` is where texts that have to differ may do so. */
const samples: Readonly<Record<string, string>> = {
  "date-time": "2026-01-0#T12:00:00Z",
  date: "2026-01-0#",
  time: "12:00:0#Z",
  duration: "P#D",
  email: "concordat#@example.com",
  "idn-email": "concordat#@example.com",
  hostname: "host#.example.com",
  "idn-hostname": "host#.example.com",
  ipv4: "192.0.2.#",
  ipv6: "2001:db8::#",
  uri: "https://example.com/#",
  url: "https://example.com/#",
  "uri-reference": "/concordat/#",
  iri: "https://example.com/#",
  "iri-reference": "/concordat/#",
  "uri-template": "/concordat/{#}",
  uuid: "0b9e6f1c-3a52-4c57-9d0e-5f1e7a2b4c6#",
  byte: "Y29uY29yZGF0",
  "json-pointer": "/concordat/#",
  "relative-json-pointer": "#/concordat",
  regex: "^concordat#$",
};

/**
 * A text that fits a schema's format, pattern and length, as far as one can be found.
 * @param variant another number, another text
 */
export function textFor(schema: JsonObject, variant: number): string {
  const { pattern, format, minLength, maxLength } = schema;
  const least = typeof minLength === "number" ? Math.min(minLength, 1_000_000) : 0;
  const most = typeof maxLength === "number" ? maxLength : Number.POSITIVE_INFINITY;
  if (typeof pattern === "string") return matching(pattern, least, most, variant) ?? "concordat";
  const sample = typeof format === "string" ? samples[format] : undefined;
  if (sample !== undefined) return sample.replace("#", String((variant % 9) + 1));
  const text = variant === 0 ? "concordat" : `${variant}-concordat`;
  return text
    .padEnd(least, "x")
    .slice(0, [...text].length < most ? undefined : inside(least, most));
}

/** A length that is no edge, where there is one: edges are tried on their own. */
const inside = (least: number, most: number): number =>
  most - least > 1 ? Math.max(least + 1, Math.ceil((least + most) / 2)) : most;

/** A text of a length in a range that matches a pattern; undefined where none is found soon. */
export function matching(
  pattern: string,
  least: number,
  most: number,
  seed: number,
): string | undefined {
  const expression = patternOf(pattern);
  if (expression === undefined) return undefined;
  const fits = (text: string): boolean => {
    const { length } = [...text];
    return length >= least && length <= most && expression.test(text);
  };
  try {
    const drawn = fc.sample(fc.stringMatching(expression, { size: "small" }), {
      numRuns: 40,
      seed,
    });
    const found = [...drawn, ...drawn.flatMap((text) => stretched(text, least))].filter(fits);
    // The plainest: what is printable reads well in a report.
    return found.find((text) => /^[\w@.:/-]+$/.test(text)) ?? found[0];
  } catch {
    // Such as a look-behind, which no generator takes.
    return ["concordat", "Concordat1", "1", "a", "A1", "2026-01-01"].find(fits);
  }
}

/** A text made longer by one of its characters, over and over: most patterns that may be long repeat a class. */
function stretched(text: string, length: number): readonly string[] {
  const characters = [...text];
  const missing = length - characters.length;
  if (missing <= 0) return [];
  return characters.map((one, i) =>
    [...characters.slice(0, i), one.repeat(missing), ...characters.slice(i)].join(""),
  );
}
