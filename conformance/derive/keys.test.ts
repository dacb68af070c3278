import { expect, test } from "vitest";
import { smallDocument } from "../testing/contract.ts";
import type { ShortAnswer } from "../testing/exchange.ts";
import { outcomesOf, suiteOf } from "../testing/suite.ts";
import { scriptedWire } from "../testing/target.ts";

const responses = { "200": { description: "" }, "401": { description: "" } };

/** The outcomes of the key rules, and the keys that were sent. */
async function run(
  answers: readonly ShortAnswer[],
  security: readonly object[] = [{ bearer: [] }],
) {
  const { wire, sent } = scriptedWire(answers);
  const suite = await suiteOf(smallDocument({ responses, security }));
  const outcomes = await outcomesOf(suite, { wire });
  return {
    missing: outcomes["things/derived/listThings/refuses-missing-key"]?.name,
    unknown: outcomes["things/derived/listThings/refuses-unknown-key"]?.name,
    keys: sent.map(({ headers }) => headers.authorization),
  };
}

test("requests without a key and with an unknown one are refused with 401", async () => {
  const { missing, unknown } = await run([{ json: {} }, { status: 401 }, { status: 401 }]);
  expect([missing, unknown]).toEqual(["passed", "passed"]);
});

test.each([200, 400, 403, 404])("an answer of %i is no such refusal", async (status) => {
  expect(await run([{ json: {} }, { status }, { status: 401 }])).toMatchObject({
    missing: "failed",
    unknown: "passed",
  });
  expect(await run([{ json: {} }, { status: 401 }, { status }])).toMatchObject({
    missing: "passed",
    unknown: "failed",
  });
});

test("every key is sent once, after the valid one succeeded", async () => {
  const { keys } = await run([{ json: {} }, { status: 401 }]);
  expect(keys).toEqual(["Bearer sk_1", undefined, "Bearer sk_unknown"]);
});

test("nothing is refused by a server that refuses everything", async () => {
  const { missing, unknown, keys } = await run([{ status: 400 }]);
  expect([missing, unknown]).toEqual(["untestable", "untestable"]);
  expect(keys).toEqual(["Bearer sk_1"]);
});

test("an operation that needs no key is asked with its own alone", async () => {
  const { missing, keys } = await run([{ json: {} }], []);
  expect(missing).toBeUndefined();
  expect(keys).toEqual(["Bearer sk_1"]);
});
