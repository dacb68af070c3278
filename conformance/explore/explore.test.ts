import { describe, expect, test } from "vitest";
import { type RunOptions, runSuite } from "../run.ts";
import { boxes, journeys as boxJourneys, promise } from "../testing/boxes.ts";
import { virtualClock } from "../testing/clock.ts";
import { sendJson, serverThat, type TestServer } from "../testing/server.ts";
import { suiteOf } from "../testing/suite.ts";
import type { Exploration, ExploreOptions } from "./explore.ts";

const journeys = async () => boxJourneys;

/** A server that keeps boxes. @param shown what a box that holds so many things shows when it is read */
async function boxServer(
  shown: (things: number) => number = (things) => things,
): Promise<TestServer> {
  const things = new Map<string, number>();
  const prefix = String(Math.random()).slice(2);
  return serverThat(({ method, url }, response) => {
    const [, , id = `box-${prefix}-${things.size}`, inside] = url.split("/");
    const held = things.get(id) ?? 0;
    if (method === "POST") things.set(id, inside === undefined ? 0 : held + 1);
    const now = things.get(id) ?? 0;
    if (method === "POST") sendJson(response, 201, { id });
    else sendJson(response, 200, { id, things: shown(now) });
  });
}

const row = {
  id: promise,
  statement: "A box holds what was put in.",
  level: "must",
  source: "Guide, Boxes",
  operations: ["readBox"],
};

/** Explores a server, with a sound one as the oracle. */
async function explored(
  { url }: TestServer,
  explore: Partial<ExploreOptions> = {},
  options: Partial<RunOptions> = {},
): Promise<Exploration> {
  const suite = await suiteOf(
    boxes,
    {
      journeys,
      checks: [{ id: promise, probes: [], judge: () => [] }],
    },
    [row],
  );
  const oracle = await boxServer();
  const none = { keys: new Map(), fixtures: new Map(), clock: virtualClock() };
  const { exploration } = await runSuite(suite, {
    ...none,
    url,
    features: new Set(),
    selects: (id) => id === promise,
    ...options,
    explore: { journeys: 10, seed: 1, oracle: { ...none, url: oracle.url }, ...explore },
  });
  if (exploration === undefined) throw new Error("Nothing was explored");
  return exploration;
}

describe("journeys on a server that does as the oracle does", () => {
  test("show no difference", async () => {
    const { detours, journeys: made, stopped } = await explored(await boxServer());
    expect({ detours, made, stopped }).toEqual({ detours: [], made: 10, stopped: undefined });
  });

  test("are the same for the same seed, and others for another", async () => {
    const linesOf = async (seed: number): Promise<readonly string[]> => {
      const server = await boxServer();
      await explored(server, { seed });
      return server.received.map(({ method, url }) => `${method} ${url.replace(/box-\d+/, "box")}`);
    };
    const [one, again, other] = [await linesOf(7), await linesOf(7), await linesOf(8)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test("end where the run's requests do, and say so", async () => {
    const { journeys: made, stopped } = await explored(await boxServer(), {}, { maxRequests: 30 });
    expect(made).toBeLessThan(10);
    expect(stopped).toBe("the 30 requests of --max-requests are spent");
  });
});

describe("a server that loses count after the third thing", () => {
  const forgetful = () => boxServer((things) => Math.min(things, 2));

  test("is told by a journey of just the steps that it takes", async () => {
    const [detour, ...more] = (await explored(await forgetful())).detours;
    expect(more).toEqual([]);
    expect(detour?.trace.map(({ call }) => call.operationId)).toEqual([
      "makeBox",
      "fillBox",
      "fillBox",
      "fillBox",
      "readBox",
    ]);
    expect(detour).toMatchObject({
      difference: { breaks: promise, expected: "3", actual: "2" },
      intermittent: false,
      cut: false,
    });
    expect(detour?.from).toBeGreaterThan(5);
  });

  test("is told by the one journey of that seed, too", async () => {
    const [all] = (await explored(await forgetful())).detours;
    const [one] = (await explored(await forgetful(), { journeys: 1, seed: all?.seed ?? 0 }))
      .detours;
    expect(one?.trace.map(({ call }) => call.purpose)).toEqual(
      all?.trace.map(({ call }) => call.purpose),
    );
  });

  test("is told by a longer journey where shortening may cost nothing", async () => {
    const [detour] = (await explored(await forgetful(), { shrinkRequests: 0 })).detours;
    expect(detour).toMatchObject({ cut: true });
    expect(detour?.trace.length).toBe(detour?.from);
  });
});

test("a difference that does not come again is called intermittent", async () => {
  let reads = 0;
  const once = await boxServer((things) => {
    reads += 1;
    return reads === 5 ? things + 1 : things;
  });
  const { detours } = await explored(once);
  expect(detours).toMatchObject([{ intermittent: true }]);
});

test("a requirement that a journey breaks has failed, with the journey", async () => {
  const suite = await suiteOf(
    boxes,
    { journeys, checks: [{ id: promise, probes: [], judge: () => [] }] },
    [row],
  );
  const target = await boxServer((things) => things + 1);
  const oracle = await boxServer();
  const none = { keys: new Map(), fixtures: new Map(), clock: virtualClock() };
  const { judged } = await runSuite(suite, {
    ...none,
    url: target.url,
    features: new Set(),
    selects: (id) => id === promise,
    explore: { journeys: 10, seed: 1, oracle: { ...none, url: oracle.url } },
  });
  expect(judged).toMatchObject([
    {
      outcome: {
        name: "failed",
        findings: [
          {
            expected: "0",
            actual: "1",
            journey: {
              about: expect.stringMatching(
                /^seed \d+(, shrunk from \d+ steps to 2)?; repeat with --api things --explore 1 --seed \d+$/,
              ),
              steps: [{ call: { purpose: "a box" } }, { call: { purpose: "box 1: readBox" } }],
            },
          },
        ],
      },
    },
  ]);
});
