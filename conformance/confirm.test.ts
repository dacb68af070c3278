import { describe, expect, test } from "vitest";
import { type Check, check, checkAll } from "./check.ts";
import { isSuccess } from "./evidence.ts";
import type { Confirmation, Exchange, Finding } from "./model.ts";
import type { Probe } from "./probe.ts";
import { type RunOptions, runSuite } from "./run.ts";
import type { Suite } from "./suite.ts";
import { virtualClock } from "./testing/clock.ts";
import { smallDocument } from "./testing/contract.ts";
import { callOf, type ShortAnswer } from "./testing/exchange.ts";
import { suiteOf } from "./testing/suite.ts";
import { scriptedWire } from "./testing/target.ts";

type Sent = Probe<{ readonly exchange: Exchange }>;

/** A probe of one GET, and with `method` of another request. */
const probe = (name: string, method?: string): Sent => ({
  name,
  run: async ({ send }) => ({
    exchange: await send(callOf({ purpose: name, ...(method && { raw: { method } }) })),
  }),
});

/** What does not succeed is a finding. */
const failing = (exchange: Exchange): readonly Finding[] =>
  exchange.response && isSuccess(exchange.response)
    ? []
    : [{ message: "It is refused", expected: "a 2xx", actual: "another", exchange }];

const one = (sent: Sent, id = "things/core/one"): Check =>
  check(id, sent, ({ exchange }) => failing(exchange));

const row = (id: string, level = "must") => ({
  id,
  statement: "It is so.",
  level,
  source: "Guide, Things",
  operations: [],
});

interface Tried {
  readonly labels: Readonly<Record<string, Confirmation | undefined>>;
  readonly purposes: readonly string[];
}

/** Runs checks, and nothing that is derived, against answers given in turn. */
async function confirmed(
  checks: readonly Check[],
  answers: readonly ShortAnswer[],
  given: Partial<RunOptions> & {
    readonly suite?: Partial<Suite>;
    readonly levels?: readonly string[];
  } = {},
): Promise<Tried> {
  const { suite: members, levels = [], ...options } = given;
  const rows = checks.map(({ id }, i) => row(id, levels[i]));
  const suite = await suiteOf(smallDocument(), { checks, ...members }, rows);
  const { judged, exchanges } = await runSuite(suite, {
    url: "http://127.0.0.1:4010/v1",
    keys: new Map(),
    fixtures: new Map(),
    features: new Set(),
    clock: virtualClock(),
    wire: scriptedWire(answers).wire,
    confirm: true,
    selects: (id) => !id.includes("derived"),
    ...options,
  });
  const labels = judged.map(({ requirement, outcome }) => [
    requirement.id,
    outcome.name === "failed" ? outcome.confirmation : undefined,
  ]);
  return {
    labels: Object.fromEntries(labels),
    purposes: exchanges.map(({ call }) => call.purpose),
  };
}

describe("what failed is repeated once", () => {
  test.each<[Confirmation["label"], readonly ShortAnswer[]]>([
    ["deterministic", [{ status: 404 }]],
    ["intermittent", [{ status: 404 }, { json: {} }]],
    ["environment", [{ status: 503 }, { status: 503 }, { json: {} }]],
    ["environment", [{ status: 503 }]],
    ["environment", [{ status: 404 }, { failure: "no whole answer within 10 s" }]],
  ])("and is %s after %j", async (label, answers) => {
    const { labels } = await confirmed([one(probe("a list"))], answers);
    expect(labels["things/core/one"]).toMatchObject({ label, reason: expect.stringMatching(/./) });
  });

  test("and what held is not", async () => {
    const { labels, purposes } = await confirmed([one(probe("a list"))], [{ json: {} }]);
    expect(labels["things/core/one"]).toBeUndefined();
    expect(purposes).toEqual(["a list"]);
  });

  test("and not where the run is not to confirm", async () => {
    const checks = [one(probe("a list"))];
    const { labels, purposes } = await confirmed(checks, [{ status: 404 }], { confirm: false });
    expect(labels["things/core/one"]).toBeUndefined();
    expect(purposes).toEqual(["a list"]);
  });

  test("with all that it builds on, made anew, and put to rest before and after", async () => {
    const made = probe("made", "POST");
    const used: Sent = {
      name: "used",
      run: async ({ use, send }) => {
        await use(made);
        return { exchange: await send(callOf({ purpose: "used" })) };
      },
    };
    const rest = callOf({ purpose: "put to rest", raw: { method: "DELETE" } });
    const count = (exchanges: readonly Exchange[], purpose: string): number =>
      exchanges.filter((each) => each.call.purpose === purpose).length;
    const leftovers = (exchanges: readonly Exchange[]) =>
      count(exchanges, "made") > count(exchanges, "put to rest") ? [{ what: "a thing", rest }] : [];
    const answers = [{ json: {} }, { status: 404 }, { json: {} }];
    const { labels, purposes } = await confirmed([one(used)], answers, { suite: { leftovers } });
    const round = ["made", "used", "put to rest"];
    expect(purposes).toEqual([...round, ...round]);
    expect(labels["things/core/one"]?.label).toBe("intermittent");
  });

  test("with the request that showed it, whoever sent it", async () => {
    const everything = checkAll("things/core/two", [probe("another")], (exchanges) =>
      exchanges.flatMap(failing),
    );
    const answers = [{ status: 404 }, { json: {} }, { status: 404 }, { json: {} }];
    const { labels, purposes } = await confirmed([one(probe("a list")), everything], answers);
    expect(purposes).toEqual(["a list", "another", "a list", "another"]);
    expect(labels["things/core/two"]?.label).toBe("deterministic");
  });
});

test("what holds alone is repeated once more with what was written to the same things before", async () => {
  const path = { id: "thing_1" };
  const write = callOf({
    operationId: undefined,
    purpose: "a write",
    path,
    raw: { method: "POST" },
  });
  const writer: Sent = {
    name: "a write",
    run: async ({ send }) => ({ exchange: await send(write) }),
  };
  const reader: Sent = {
    name: "a list",
    run: async ({ send }) => ({ exchange: await send(callOf({ purpose: "a list", path })) }),
  };
  const checks = [one(writer, "things/core/two"), one(reader)];
  // Every second list fails: the one after a write.
  const answers = [{ json: {} }, { status: 404 }, {}, {}, { status: 404 }];
  const { labels, purposes } = await confirmed(checks, answers);
  expect(purposes).toEqual(["a write", "a list", "a list", "a write", "a list"]);
  expect(labels["things/core/one"]?.label).toBe("deterministic");
});

describe("what is not repeated says why", () => {
  test("when it would make something that stays", async () => {
    const made = one(probe("a new thing", "POST"));
    const seen = [made, one(probe("a list"), "things/core/two")];
    const leftovers = (exchanges: readonly Exchange[]) =>
      exchanges
        .filter((each) => each.call.purpose === "a new thing")
        .map(() => ({ what: "thing 1" }));
    const { labels, purposes } = await confirmed(seen, [{ status: 404 }], { suite: { leftovers } });
    expect(purposes).toEqual(["a new thing", "a list", "a list"]);
    expect(labels["things/core/one"]).toEqual({
      label: "unconfirmed",
      reason: "it was not repeated: its requests make a thing, which stays",
    });
  });

  test("when there are too many; broken musts come first", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `things/core/a${i}`);
    const checks = ids.map((id) => one(probe(id), id));
    const levels = ids.map((_, i) => (i < 30 ? "should" : "must"));
    const { labels, purposes } = await confirmed(checks, [{ status: 404 }], { levels });
    expect(purposes.slice(60)).toEqual(ids.slice(30));
    expect(labels["things/core/a0"]?.reason).toContain("too many requests would be needed");
    expect(labels["things/core/a59"]?.label).toBe("deterministic");
  });

  test("when the budget is spent", async () => {
    const { labels, purposes } = await confirmed([one(probe("a list"))], [{ status: 404 }], {
      maxRequests: 1,
    });
    expect(purposes).toEqual(["a list"]);
    expect(labels["things/core/one"]).toEqual({
      label: "unconfirmed",
      reason: "it was not repeated: the 1 requests of --max-requests are spent",
    });
  });

  test("when the user has interrupted the run meanwhile", async () => {
    const controller = new AbortController();
    const { labels } = await confirmed([one(probe("a list"))], [{ status: 404 }], {
      signal: controller.signal,
      onExchange: () => controller.abort(),
    });
    expect(labels["things/core/one"]?.label).toBe("unconfirmed");
  });
});
