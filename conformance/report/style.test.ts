import { describe, expect, it } from "vitest";
import { type Screen, styleFor } from "./style.ts";

const terminal: Screen = { isTTY: true, columns: 80 };
const red = "\u001b[31mx\u001b[39m";

describe("styleFor", () => {
  it.each<[string, Screen, Record<string, string>, string]>([
    ["colours a terminal", terminal, {}, red],
    ["leaves a pipe plain", {}, {}, "x"],
    ["heeds NO_COLOR", terminal, { NO_COLOR: "1" }, "x"],
    ["ignores an empty NO_COLOR", terminal, { NO_COLOR: "" }, red],
    ["heeds FORCE_COLOR", {}, { FORCE_COLOR: "1" }, red],
    ["takes FORCE_COLOR=0 for no", terminal, { FORCE_COLOR: "0" }, "x"],
    ["puts FORCE_COLOR before NO_COLOR", {}, { FORCE_COLOR: "1", NO_COLOR: "1" }, red],
    ["leaves a dumb terminal plain", terminal, { TERM: "dumb" }, "x"],
  ])("%s", (_, screen, environment, want) => {
    expect(styleFor(screen, environment).bad("x")).toBe(want);
  });

  it.each([
    [undefined, 100],
    [80, 80],
    [300, 100],
    [20, 60],
  ])("breaks text on a screen of %s columns at %s", (columns, want) => {
    expect(styleFor({ columns }, {}).width).toBe(want);
  });
});
