import { describe, expect, test } from "vitest";
import { virtualClock } from "../proof/clock.ts";
import { startReference } from "../proof/reference.ts";
import { openReceiver } from "../receiver/receiver.ts";
import { unheard } from "../receiver/unheard.ts";
import type { Run } from "../run.ts";
import { runSuite } from "../run.ts";
import { suites } from "../suites.ts";
import { type RecordedRun, recordingJudge } from "./judge.ts";

/** A run of one API against a reference server that may have a fault, without what the server sends by itself. */
async function recordedRun(
  api: string,
  faults: Parameters<typeof startReference>[0] = {},
  listen: typeof openReceiver = unheard,
): Promise<RecordedRun & Run> {
  const clock = virtualClock();
  const reference = await startReference({ clock: clock.server, log: () => {}, ...faults });
  try {
    const target = reference.targets.find(({ suite }) => suite.api === api);
    if (target === undefined) throw new Error(`The reference server has no API ${api}`);
    const options = { ...target, clock: clock.suite, listen };
    return { ...target, ...(await runSuite(target.suite, options)) };
  } finally {
    await reference.close();
  }
}

type Around = NonNullable<NonNullable<Parameters<typeof startReference>[0]>["faults"]>["around"];

const unauthenticatedIsNotFound: Around = async (_, ctx, next) => {
  await next();
  if (ctx.status === 401) ctx.status = 404;
};

const outcomes = ({ judged }: Run): unknown =>
  judged.map(({ requirement, outcome }) => [requirement.id, outcome]);

describe.each(suites.map((suite) => [suite.api, suite] as const))(
  "a recorded run of %s",
  (api, suite) => {
    test("is judged again as it was, without a request", async () => {
      const recorded = await recordedRun(api);
      const again = await (await recordingJudge(suite))(recorded);
      expect(again.exchanges).toEqual(recorded.exchanges);
      expect(outcomes(again)).toEqual(outcomes(recorded));
      expect(again.reach).toEqual(recorded.reach);
    });

    test("is judged as often as wanted", async () => {
      const recorded = await recordedRun(api);
      const judge = await recordingJudge(suite);
      const { requests } = { requests: recorded.exchanges.length };
      expect((await judge(recorded)).exchanges).toHaveLength(requests);
      expect((await judge(recorded)).exchanges).toHaveLength(requests);
    });

    test("from which something is missing leaves untestable what needs it, and has no error", async () => {
      const recorded = await recordedRun(api);
      const half = recorded.exchanges.slice(0, Math.floor(recorded.exchanges.length / 2));
      const { judged } = await (await recordingJudge(suite))({ ...recorded, exchanges: half });
      const names = new Set(judged.map(({ outcome }) => outcome.name));
      expect([...names].sort()).toEqual(["passed", "untestable"]);
      const reasons = judged.flatMap(({ outcome }) =>
        outcome.name === "untestable" ? [outcome.obstacle.reason] : [],
      );
      expect(reasons).toContainEqual(expect.stringMatching(/^not in the recording: [A-Z]+ \//));
    });

    test("of a server with a fault has the findings that it had", async () => {
      const recorded = await recordedRun(api, {
        selfCheck: false,
        faults: { around: unauthenticatedIsNotFound },
      });
      expect(new Set(recorded.judged.map(({ outcome }) => outcome.name))).toContain("failed");
      const again = await (await recordingJudge(suite))(recorded);
      expect(outcomes(again)).toEqual(outcomes(recorded));
    });
  },
);

test("a recording of a run that received deliveries is judged without them", async () => {
  const recorded = await recordedRun("sahut", {}, openReceiver);
  const [suite] = suites.filter(({ api }) => api === "sahut");
  if (suite === undefined) throw new Error("There is no suite for sahut");
  const { judged } = await (await recordingJudge(suite))(recorded);
  const lost = judged.filter(
    ({ outcome }, place) => outcome.name !== recorded.judged[place]?.outcome.name,
  );
  expect(new Set(lost.map(({ outcome }) => outcome.name))).toEqual(new Set(["untestable"]));
  const core = lost.filter(({ requirement }) => requirement.feature !== "webhooks");
  expect(core.map(({ requirement }) => requirement.id)).toEqual([]);
});
