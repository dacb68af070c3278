import { describe, expect, test } from "vitest";
import { type Check, check, checkAll, observe } from "./check.ts";
import type { JsonObject } from "./contract/json.ts";
import { answered } from "./evidence.ts";
import { missingFixture } from "./obstacles.ts";
import type { Probe } from "./probe.ts";
import { itemsOf, runSuite } from "./run.ts";
import { virtualClock } from "./testing/clock.ts";
import { smallDocument } from "./testing/contract.ts";
import { callOf, type ShortAnswer } from "./testing/exchange.ts";
import { outcomesOf, suiteOf } from "./testing/suite.ts";
import { scriptedWire } from "./testing/target.ts";

const id = "things/topic/slug";
const finding = { message: "It is wrong", expected: "right", actual: "wrong" };
const row: JsonObject = { id, statement: "It holds.", level: "must", source: "Guide" };
const document = smallDocument();

const probe = (run: Probe<unknown>["run"]): Probe<unknown> => ({ name: "probe", run });
const sending = probe(({ send }) => send(callOf()));

/** What becomes of one authored check. */
async function outcome(made: Check, answers: readonly ShortAnswer[] = [{ json: {} }], more = {}) {
  const suite = await suiteOf(document, { checks: [made] }, [{ ...row, ...more }]);
  const { wire, sent } = scriptedWire(answers);
  const selects = (known: string) => known === id;
  return { sent, outcome: (await outcomesOf(suite, { wire, selects }))[id] };
}

describe("a requirement", () => {
  test.each([
    ["passes without a finding", check(id, sending, () => []), { name: "passed" }],
    [
      "fails with findings",
      check(id, sending, () => [finding]),
      { name: "failed", findings: [finding] },
    ],
    [
      "passes with what is observed",
      observe(id, sending, () => "answers 200"),
      { name: "passed", observed: "answers 200" },
    ],
    [
      "is untestable for want of a fixture",
      check(
        id,
        probe(async () => missingFixture("team_id")),
        () => [],
      ),
      { name: "untestable", obstacle: expect.objectContaining({ kind: "fixture" }) },
    ],
    [
      "is an error when its judge breaks down",
      check(id, sending, () => {
        throw new TypeError("x is undefined");
      }),
      { name: "error", reason: "a fault of Concordat's own: TypeError: x is undefined" },
    ],
    [
      "is an error when its probe breaks down",
      check(
        id,
        probe(() => Promise.reject(new TypeError("x is undefined"))),
        () => [],
      ),
      { name: "error", reason: "a fault of Concordat's own: TypeError: x is undefined" },
    ],
  ])("%s", async (_, made, wanted) => {
    expect((await outcome(made)).outcome).toEqual(wanted);
  });

  test("is an error when no answer came", async () => {
    const made = checkAll(id, [sending, probe(({ send }) => send(callOf()))], (exchanges) => {
      for (const exchange of exchanges) answered(exchange);
      return [];
    });
    const found = await outcome(made, [{ json: {} }, { failure: "ECONNRESET" }]);
    expect(found.outcome).toEqual({
      name: "error",
      reason: "GET /v1/things (the second page): ECONNRESET",
    });
  });

  test("is inapplicable, and sends nothing, when its feature is not declared", async () => {
    const found = await outcome(
      check(id, sending, () => [finding]),
      [{}],
      { feature: "parts" },
    );
    expect(found.outcome).toEqual({
      name: "inapplicable",
      reason: "the feature parts is not declared",
    });
    expect(found.sent).toEqual([]);
  });

  test.each(["parts", "all"])("binds when %s is declared", async (feature) => {
    const suite = await suiteOf(document, { checks: [check(id, sending, () => [finding])] }, [
      { ...row, feature: "parts" },
    ]);
    const { wire } = scriptedWire([{ json: {} }]);
    const outcomes = await outcomesOf(suite, { wire, features: new Set([feature]) });
    expect(outcomes[id]?.name).toBe("failed");
  });
});

describe("the recording", () => {
  test("leaves out what was superseded, and what belongs to no operation", async () => {
    const seen: (number | undefined)[] = [];
    const sendingBoth = probe(async ({ send }) => {
      await send(callOf());
      await send({ operationId: undefined, purpose: "nowhere", raw: { path: "/nowhere" } });
    });
    const made = checkAll(id, [sendingBoth], (exchanges) => {
      seen.push(...exchanges.map(({ response }) => response?.status));
      return [];
    });
    const { sent } = await outcome(made, [{ status: 503 }, { json: {} }, { status: 404 }]);
    expect(sent).toHaveLength(3);
    expect(seen).toEqual([200]);
  });
});

describe("a run", () => {
  const options = (answers: readonly ShortAnswer[]) => ({
    url: "http://127.0.0.1:4010/v1",
    keys: new Map(),
    fixtures: new Map(),
    features: new Set<string>(),
    clock: virtualClock(),
    ...scriptedWire(answers),
  });

  test("stops at an impasse, and nothing is passed then", async () => {
    const suite = await suiteOf(smallDocument({ security: [{ bearer: [] }] }));
    const { sent, ...rest } = options([{ failure: "ECONNRESET" }]);
    const run = await runSuite(suite, rest);
    expect(run.impasse).toMatch(/does not answer: ECONNRESET/);
    expect(sent).toHaveLength(1);
    expect(new Set(run.judged.map((judged) => judged.outcome.name))).toEqual(
      new Set(["untestable"]),
    );
  });

  test("puts to rest what it made, once it is over", async () => {
    const rest = callOf({ purpose: "cleaning up" });
    const suite = await suiteOf(document, { leftovers: () => [{ what: "thing 1", rest }] });
    const run = await runSuite(suite, options([{ json: {} }]));
    expect(run.exchanges.at(-1)?.call.purpose).toBe("cleaning up");
    expect(run).not.toHaveProperty("impasse");
  });

  test("tells its progress before each requirement", async () => {
    const steps: (readonly [number, number])[] = [];
    const suite = await suiteOf(document);
    const onProgress = (done: number, total: number) => void steps.push([done, total]);
    const { judged } = await runSuite(suite, { ...options([{ json: {} }]), onProgress });
    expect(steps).toEqual(judged.map((_, done) => [done, judged.length]));
  });
});

test("a check without a row is a fault of its API's folder", async () => {
  const suite = await suiteOf(document, { checks: [check(id, sending, () => [])] });
  await expect(itemsOf(suite)).rejects.toThrow(`No row of things's catalogue is named ${id}`);
});
