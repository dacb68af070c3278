import { expect, test } from "vitest";
import { virtualClock } from "../testing/clock.ts";
import { identity } from "./identity.ts";

const at = (time: number) => ({
  clock: virtualClock(new Date(time).toISOString()),
  tag: "k3x9f2ab",
});

const some = Array.from({ length: 300 }, (_, i) => identity(at(1_800_000_000_000 + 3 * i), 0));

test.each(["name", "phone", "email"] as const)(
  "every millisecond has a %s of its own",
  (member) => {
    expect(new Set(some.map((each) => each[member])).size).toBe(some.length);
  },
);

test("three that are needed at once differ", () => {
  const now = at(1_800_000_000_000);
  const phones = ([0, 1, 2] as const).map((which) => identity(now, which).phone);
  expect(new Set(phones).size).toBe(3);
});

test("a name begins with a word of letters alone, and ends with the mark of the run", () => {
  for (const { name } of some) expect(name).toMatch(/^Uji[a-z]+ Concordat k3x9f2ab$/);
});

test("phone number and email have the documented forms", () => {
  for (const { phone, email } of some) {
    expect(phone).toMatch(/^\+62812\d{8}$/);
    expect(email).toMatch(/^[a-z]+@example\.com$/);
  }
});
