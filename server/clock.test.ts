import { expect, test } from "vitest";
import { timestamp } from "./clock.ts";

test("a timestamp is UTC and drops what is below a second", () => {
  expect(timestamp(new Date("2024-03-15T10:30:00.999+02:00"))).toBe("2024-03-15T08:30:00Z");
});
