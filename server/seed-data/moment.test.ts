import { expect, test } from "vitest";
import { momentOf } from "./moment.ts";

const start = new Date("2024-03-15T08:30:00Z");

test.each([
  ["2024-01-10T10:00:00Z", "2024-01-10T10:00:00.000Z"],
  ["-90s", "2024-03-15T08:28:30.000Z"],
  ["-30m", "2024-03-15T08:00:00.000Z"],
  ["-2h", "2024-03-15T06:30:00.000Z"],
  ["-3d", "2024-03-12T08:30:00.000Z"],
  ["+1h", "2024-03-15T09:30:00.000Z"],
  ["0s", "2024-03-15T08:30:00.000Z"],
  [undefined, "2024-03-15T08:30:00.000Z"],
])("%s is %s for a server that starts at 8:30", (text, moment) => {
  expect(momentOf(text, start).toISOString()).toBe(moment);
});
