import { describe, expect, test } from "vitest";
import { checkTargets } from "./check-targets.ts";
import type { TargetConfig } from "./config.ts";
import type { FixtureSpec } from "./suite.ts";
import { virtualClock } from "./testing/clock.ts";
import { smallDocument } from "./testing/contract.ts";
import { sendJson, serverThat } from "./testing/server.ts";
import { suiteOf } from "./testing/suite.ts";

const responses = { "200": { description: "" }, "401": { description: "" } };
const document = smallDocument({ responses, security: [{ bearer: [] }] });

/** A target named so, whose server knows the key `sk_1` and tells it to everybody. */
async function target(api: string, fixtures: readonly FixtureSpec[] = []): Promise<TargetConfig> {
  const { url } = await serverThat(({ headers: { authorization = "" } }, response) => {
    sendJson(response, authorization === "Bearer sk_1" ? 200 : 401, { authorization });
  });
  const suite = await suiteOf(document, { api, fixtures });
  return {
    suite,
    url,
    keys: new Map([["key", "sk_1"]]),
    features: new Set(),
    fixtures: new Map(),
  };
}

describe("a report", () => {
  test("has the targets in their order, each with a verdict of its own", async () => {
    const clock = virtualClock();
    const onProgress = () => clock.advance(10);
    const targets = [await target("things"), await target("parts")];
    const report = await checkTargets(targets, { clock, version: "1.2.3", onProgress });
    expect(report).toMatchObject({
      tool: { name: "concordat", version: "1.2.3" },
      startedAt: "2026-04-02T12:00:00.000Z",
      targets: [
        { api: "things", verdict: "conformant", requests: 3 },
        { api: "parts", verdict: "conformant", requests: 3 },
      ],
    });
    expect(report.durationMs).toBeGreaterThan(0);
  });

  test("tells the progress of each target", async () => {
    const seen: string[] = [];
    const onProgress = (api: string, done: number) => void (done === 0 && seen.push(api));
    await checkTargets([await target("things"), await target("parts")], { onProgress });
    expect(seen.toSorted()).toEqual(["parts", "things"]);
  });

  test("holds no key, though the target repeats it", async () => {
    const known = await target("things");
    const report = await checkTargets([{ ...known, keys: new Map([["key", "sk_canary"]]) }]);
    expect(JSON.stringify(report)).not.toContain("canary");
  });
});

describe("a run that was narrowed", () => {
  test("leaves out an API in which nothing is chosen", async () => {
    const targets = [await target("things"), await target("parts")];
    const { targets: reports } = await checkTargets(targets, { only: ["parts/*/media-type"] });
    expect(reports).toMatchObject([{ api: "parts", verdict: null, counts: { passed: 1 } }]);
    expect(reports[0]?.summary).toContain("the run was narrowed by --only");
  });

  test("to reading has no verdict", async () => {
    const { targets: reports } = await checkTargets([await target("things")], { readOnly: true });
    expect(reports).toMatchObject([{ verdict: null, counts: { passed: expect.any(Number) } }]);
    expect(reports[0]?.summary).toContain("the run was read-only");
  });

  test("by a pattern that chooses nothing sends nothing", async () => {
    await expect(checkTargets([await target("things")], { only: ["nothing"] })).rejects.toThrow(
      "--only nothing chooses no requirement",
    );
  });
});

test("the budget of requests is each target's own", async () => {
  const targets = [await target("things"), await target("parts")];
  const { targets: reports } = await checkTargets(targets, { maxRequests: 2 });
  expect(reports).toMatchObject([
    { requests: 2, verdict: "undetermined" },
    { requests: 2, verdict: "undetermined" },
  ]);
});
