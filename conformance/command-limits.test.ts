import { describe, expect, test } from "vitest";
import { concordat } from "./testing/cli.ts";
import { watchedSahut } from "./testing/reference.ts";

const one = "sahut/keys/scheme-is-required";

describe("--only", () => {
  test("sends what one requirement needs, and gives no verdict", async () => {
    const { flags, received } = await watchedSahut();
    const { code, stdout } = await concordat(["check", ...flags, "--only", one]);
    expect(received.length).toBeLessThan(5);
    expect(stdout).toMatch(/^sahut +no verdict +1 of 1 promise holds/m);
    expect(code).toBe(0);
  });

  test("that chooses nothing is refused with the nearest, and sends nothing", async () => {
    const { flags, received } = await watchedSahut();
    const { code, stderr } = await concordat(["check", ...flags, "--only", one.slice(0, -1)]);
    expect(stderr).toBe(
      `concordat: --only ${one.slice(0, -1)} chooses no requirement. Did you mean ${one}?\n`,
    );
    expect(received).toEqual([]);
    expect(code).toBe(2);
  });
});

test("--read-only sends nothing but GET, and gives no verdict", async () => {
  const { flags, received } = await watchedSahut();
  const { code, stdout } = await concordat(["check", ...flags, "--read-only"]);
  expect(received.length).toBeGreaterThan(10);
  expect(new Set(received.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(stdout).toMatch(/^sahut +no verdict /m);
  expect(code).toBe(0);
});

test("--plan lists requests, and sends none", async () => {
  const { flags, received } = await watchedSahut();
  const { code, stdout } = await concordat(["check", ...flags, "--plan", "--rps", "2"]);
  expect(received).toEqual([]);
  expect(stdout).toMatch(/^ +1 {2}GET +\/conversations {2}\(.+\)$/m);
  expect(stdout).toMatch(
    /^About \d+ requests, \d+ of them writes; .+ at 2 a second, .+ Nothing was sent\.$/m,
  );
  expect(code).toBe(0);
});

test("--max-requests sends no more, and leaves the rest undetermined", async () => {
  const { flags, received } = await watchedSahut();
  const { code, stdout } = await concordat(["check", ...flags, "--max-requests", "5"]);
  expect(received).toHaveLength(5);
  expect(stdout).toContain("the 5 requests of --max-requests are spent");
  expect(code).toBe(3);
});

test("--rps keeps its distance between requests", async () => {
  const { flags, received } = await watchedSahut();
  await concordat(["check", ...flags, "--rps", "10", "--only", one]);
  const [first, ...later] = received.map(({ at }) => at);
  const last = later.at(-1);
  if (first === undefined || last === undefined) throw new Error("Fewer than two requests");
  // Requests leave on time, but on a busy machine one travels far longer than another: half the time is far more than
  // they take without a pace.
  expect(last - first).toBeGreaterThan(later.length * 50);
});

test("--timeout waits no longer for an answer, in fractions of a second, too", async () => {
  const { flags, received } = await watchedSahut();
  const limits = ["--timeout", "0.0005", "--max-requests", "1"];
  const { code, stdout } = await concordat(["check", ...flags, ...limits]);
  expect(stdout).toContain("no whole answer within 0.001 s");
  expect(received.length).toBeLessThanOrEqual(1);
  expect(code).toBe(3);
});
