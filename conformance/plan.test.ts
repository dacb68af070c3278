import { describe, expect, test } from "vitest";
import type { CheckOptions } from "./check-targets.ts";
import { planOf } from "./plan.ts";
import { runSuite } from "./run.ts";
import { systemClock } from "./target/wire.ts";
import { reference, referenceOf } from "./testing/reference.ts";
import { sendJson, serverThat } from "./testing/server.ts";

const options: CheckOptions = { only: [], readOnly: false, clock: systemClock, version: "0.0.0" };

describe("a plan", () => {
  test("is within 15 % of what a run sends", async () => {
    for (const target of await reference()) {
      const { requests } = await planOf(target, options);
      const { exchanges } = await runSuite(target.suite, target);
      const ratio = requests.length / exchanges.length;
      expect(
        ratio,
        `${target.suite.api}: ${requests.length} of ${exchanges.length}`,
      ).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  test("sends nothing", async () => {
    const server = await serverThat((_, response) => sendJson(response, 200, {}));
    for (const target of await reference()) {
      const { requests, writes, url } = await planOf(
        { ...target, url: `${server.url}/v1` },
        options,
      );
      expect(url).toBe(`${server.url}/v1`);
      expect(requests.length).toBeGreaterThan(20);
      expect(writes).toBe(requests.filter(({ method }) => method !== "GET").length);
    }
    expect(server.received).toEqual([]);
  });

  test("holds no key", async () => {
    for (const target of await reference()) {
      const names = [...target.keys.keys()];
      const keys = new Map(names.map((name) => [name, `canary_${name}`]));
      const fixtures = new Map(
        [...target.fixtures].map(([name, values]) => [
          name,
          keys.has(name) ? [`canary_${name}`] : values,
        ]),
      );
      expect(names.length).toBeGreaterThan(1);
      expect(JSON.stringify(await planOf({ ...target, keys, fixtures }, options))).not.toContain(
        "canary",
      );
    }
  });

  test("names paths below the target's URL, and why each request is sent", async () => {
    const sahut = await referenceOf("sahut");
    const { requests } = await planOf(sahut, options);
    expect(requests[0]).toEqual({
      method: "GET",
      path: "/conversations",
      purpose: expect.stringMatching(/./),
      at: 0,
    });
  });

  test("is narrowed as the run would be", async () => {
    const sahut = await referenceOf("sahut");
    const whole = await planOf(sahut, options);
    const some = await planOf(sahut, { ...options, only: ["sahut/keys/scheme-is-required"] });
    expect(some.requests.length).toBeLessThan(whole.requests.length / 10);
    expect((await planOf(sahut, { ...options, readOnly: true })).writes).toBe(0);
    expect((await planOf(sahut, { ...options, maxRequests: 5 })).requests).toHaveLength(5);
    await expect(planOf(sahut, { ...options, only: ["sahut/nothing"] })).rejects.toThrow(
      "--only sahut/nothing chooses no requirement",
    );
  });

  test("takes no time, however slow the pace, and says how long the run would", async () => {
    const sarufi = await referenceOf("sarufi");
    const paced = { ...options, requestsPerSecond: 0.001 };
    const { requests, durationMs, pace } = await planOf(sarufi, paced);
    expect(requests.length).toBeGreaterThan(20);
    expect(durationMs).toBeGreaterThan((requests.length - 1) * 1_000_000 - 1);
    expect(pace).toBe("0.001 a second");
  });
});
