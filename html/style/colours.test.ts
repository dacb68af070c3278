import { describe, expect, it } from "vitest";
import { colours } from "./colours.ts";

/** The part of a colour's lightness that the eye sees (WCAG 2.2, relative luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const palette = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );

const [light = "", dark = ""] = colours.split("@media");

describe.each([
  ["light", palette(light)],
  ["dark", palette(dark)],
])("the %s colours", (_, names) => {
  const tones = ["passed", "broken", "warning", "error", "untestable", "inapplicable"];
  const texts = ["ink", "soft", "link", ...tones, "name", "string", "literal"];
  const grounds = ["ground", "paper", "sunken"];
  const washed = ["passed", "broken", "warning", "untestable"].flatMap((tone) =>
    [tone, "ink"].map((text): [string, string] => [text, `${tone}-wash`]),
  );
  const pairs = texts.flatMap((text) => grounds.map((on): [string, string] => [text, on]));

  it.each([...pairs, ...washed])("let %s be read on %s", (text, ground) => {
    const [ink = "", paper = ""] = [names[text], names[ground]];
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
});
