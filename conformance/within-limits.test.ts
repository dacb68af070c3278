import { describe, expect, onTestFinished, test } from "vitest";
import type { TargetConfig } from "./config.ts";
import type { Exchange } from "./model.ts";
import { planOf } from "./plan.ts";
import { virtualClock } from "./proof/clock.ts";
import { startReference } from "./proof/reference.ts";
import { withoutFixtures } from "./proof/trial.ts";
import { type Run, type RunOptions, runSuite } from "./run.ts";
import { limitsOf } from "./target/limits.ts";

/** Where a deployment is that others use. */
const staging = "https://staging.example.com/v1";

interface Timed {
  readonly run: Run;
  readonly tookMs: number;
  /** The 429s that nobody provoked. */
  readonly limited: readonly Exchange[];
  readonly target: TargetConfig;
}

/** Runs a suite with a key whose limits the reference server enforces, on a clock that waits for nobody. */
async function runWith(
  api: string,
  key: string,
  options: Partial<RunOptions> = {},
  fixtures: Readonly<Record<string, string>> = {},
): Promise<Timed> {
  const clock = virtualClock();
  const reference = await startReference({ clock: clock.server });
  onTestFinished(reference.close);
  const found = reference.targets.find(({ suite }) => suite.api === api);
  if (found === undefined) throw new Error(`The reference server has no API ${api}`);
  const known = withoutFixtures(found, ["limited_key", "limited_key.requests_per_minute"]);
  const target: TargetConfig = {
    ...known,
    keys: new Map([...known.keys, ["key", key]]),
    fixtures: new Map([
      ...known.fixtures,
      ...Object.entries(fixtures).map(([name, value]) => [name, [value]] as const),
    ]),
  };
  const start = clock.suite.now().getTime();
  const run = await runSuite(target.suite, { ...target, clock: clock.suite, ...options });
  return {
    run,
    tookMs: clock.suite.now().getTime() - start,
    limited: run.exchanges.filter(
      ({ call, response }) => response?.status === 429 && call.provokesLimit !== true,
    ),
    target,
  };
}

describe("a check of a deployment with the documented limits", () => {
  test.each([
    ["sahut", "sk_live_demo_starter", {}],
    ["sarufi", "sk-demo-strict", { chatbot_id: "01HX1A0000CHATB0T000000005" }],
  ])("of %s meets no 429, in the time that its plan tells", async (api, key, fixtures) => {
    const { suite } = (await runWith(api, key, { selects: () => false })).target;
    const limits = limitsOf(suite, { url: staging });
    const { run, tookMs, limited, target } = await runWith(api, key, { limits }, fixtures);
    expect(limited).toEqual([]);
    expect(run.exchanges.length).toBeGreaterThan(100);
    const plan = await planOf({ ...target, url: staging }, {});
    expect(plan.durationMs / tookMs, `${plan.durationMs} of ${tookMs} ms`).toBeGreaterThan(0.8);
    expect(plan.durationMs / tookMs, `${plan.durationMs} of ${tookMs} ms`).toBeLessThan(1.2);
  });

  test("that knows of none slows down when it meets one, and comes to its end", async () => {
    const { run, limited } = await runWith("sahut", "sk_live_demo_starter");
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.length).toBeLessThan(10);
    const reasons = run.judged.flatMap(({ outcome }) =>
      outcome.name === "untestable" ? [outcome.obstacle.reason] : [],
    );
    expect(reasons.filter((reason) => reason.includes("429"))).toEqual([]);
  });
});

describe("the limits of a target", () => {
  const limits = {
    small: [{ of: "requests", requests: 60, seconds: 60 }],
    large: [{ of: "requests", requests: 300, seconds: 60 }],
  } as const;
  // as: nothing but the limits of a suite is read.
  const suite = { limits } as unknown as TargetConfig["suite"];

  test("are those of the smallest plan, or of the one that the configuration names", () => {
    expect(limitsOf(suite, { url: staging })).toBe(limits.small);
    expect(limitsOf(suite, { url: staging, plan: "large" })).toBe(limits.large);
  });

  test.each([
    "http://127.0.0.1:4010/v1",
    "http://localhost:4010",
    "http://[::1]:4010",
    "http://0.0.0.0:4010",
  ])("are none on this machine: %s", (url) => {
    expect(limitsOf(suite, { url, plan: "large" })).toEqual([]);
  });

  test.each(["http://localhost.example.com", "http://128.0.0.1", "http://10.0.0.1"])(
    "hold anywhere else: %s",
    (url) => {
      expect(limitsOf(suite, { url })).toBe(limits.small);
    },
  );
});
