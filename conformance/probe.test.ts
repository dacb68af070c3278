import { describe, expect, test } from "vitest";
import { Untestable } from "./obstacles.ts";
import { type Discovery, type Fixtures, type Probe, probeRun } from "./probe.ts";
import { callOf } from "./testing/exchange.ts";
import { scriptedTarget } from "./testing/target.ts";

/** A run of probes over a target that answers 200. */
function start(
  given: { fixtures?: Fixtures; discoveries?: Readonly<Record<string, Discovery>> } = {},
) {
  const { target, sent } = scriptedTarget();
  return { sent, ...probeRun(target, given.fixtures ?? new Map(), given.discoveries ?? {}) };
}

const sending: Probe<{ readonly status: number | undefined }> = {
  name: "sending",
  run: async ({ send }) => ({ status: (await send(callOf())).response?.status }),
};

/** A probe that only wants a fixture. */
const wanting = (name: string): Probe<readonly string[]> => ({
  name: `wanting ${name}`,
  run: ({ fixture }) => fixture(name),
});

describe("a probe", () => {
  test("leaves its evidence", async () => {
    const { perform, evidence } = start();
    await perform(sending);
    expect(evidence(sending)).toEqual({ status: 200 });
  });

  test("runs once, however often it is performed and used", async () => {
    const { perform, evidence, sent } = start();
    const using: Probe<unknown> = { name: "using", run: ({ use }) => use(sending) };
    await perform(using);
    await perform(sending);
    await perform(sending);
    expect(sent).toHaveLength(1);
    expect(evidence(using)).toBe(evidence(sending));
  });

  test("that throws does so when its evidence is asked for, each time", async () => {
    const { perform, evidence } = start();
    const failing: Probe<never> = { name: "failing", run: () => Promise.reject(new Error("no")) };
    await perform(failing);
    expect(() => evidence(failing)).toThrow("no");
    expect(() => evidence(failing)).toThrow("no");
  });

  test("fails with the one that it uses", async () => {
    const { perform, evidence } = start();
    const using: Probe<unknown> = { name: "using", run: ({ use }) => use(wanting("team_id")) };
    await perform(using);
    expect(() => evidence(using)).toThrow(Untestable);
  });

  test("is not judged before it ran", () => {
    expect(() => start().evidence(sending)).toThrow("The probe sending was judged before it ran");
  });
});

describe("a fixture", () => {
  const never: Discovery = () => Promise.reject(new Error("discovered all the same"));

  test("is what is configured, and is not discovered then", async () => {
    const fixtures = new Map([["team_id", ["team_1", "team_2"]]]);
    const { perform, evidence } = start({ fixtures, discoveries: { team_id: never } });
    const probe = wanting("team_id");
    await perform(probe);
    expect(evidence(probe)).toEqual(["team_1", "team_2"]);
  });

  test("is discovered where it is not configured, once", async () => {
    let times = 0;
    const team_id: Discovery = async () => {
      times += 1;
      return [`team_${times}`];
    };
    const { perform, evidence } = start({ discoveries: { team_id } });
    const probes = [wanting("team_id"), wanting("team_id")] as const;
    for (const probe of probes) await perform(probe);
    expect(probes.map((probe) => evidence(probe))).toEqual([["team_1"], ["team_1"]]);
    expect(times).toBe(1);
  });

  test.each([
    ["that nobody looks for", {}, "needs the fixture `team_id`: it is not configured"],
    [
      "that the target does not show",
      { team_id: async () => undefined },
      "needs the fixture `team_id`: it is not configured, and the target shows none",
    ],
    [
      "of which the target shows an empty list",
      { team_id: async () => [] },
      "needs the fixture `team_id`: it is not configured, and the target shows none",
    ],
  ])("%s is an obstacle that names it", async (_, discoveries, reason) => {
    const { perform, evidence } = start({ discoveries });
    const probe = wanting("team_id");
    await perform(probe);
    expect(() => evidence(probe)).toThrow(
      expect.objectContaining({ obstacle: { kind: "fixture", fixture: "team_id", reason } }),
    );
  });

  test("that is optional is an empty list where there is none", async () => {
    const { perform, evidence } = start();
    const probe: Probe<readonly string[]> = {
      name: "optional",
      run: ({ optionalFixture }) => optionalFixture("team_id"),
    };
    await perform(probe);
    expect(evidence(probe)).toEqual([]);
  });
});

test.each([
  [[], false],
  [["flows"], false],
  [["chatbots"], true],
  [["all"], true],
])("a target that declares %j has chatbots: %j", async (features, expected) => {
  const run = probeRun(scriptedTarget().target, new Map(), {}, new Set(features));
  const asking: Probe<boolean> = {
    name: "asking",
    run: async ({ declares }) => declares("chatbots"),
  };
  await run.perform(asking);
  expect(run.evidence(asking)).toBe(expected);
});
