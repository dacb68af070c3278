import { expect, test } from "vitest";
import { check, checkAll, observe, type Recording } from "./check.ts";
import { validatorFor } from "./contract/validate.ts";
import type { Exchange, Finding } from "./model.ts";
import { type Probe, probeRun } from "./probe.ts";
import { smallContract } from "./testing/contract.ts";
import { callOf } from "./testing/exchange.ts";
import { scriptedTarget } from "./testing/target.ts";

const finding: Finding = { message: "It is wrong", expected: "right", actual: "wrong" };
const id = "things/topic/slug";

const sending: Probe<{ readonly exchange: Exchange }> = {
  name: "sending",
  run: async ({ send }) => ({ exchange: await send(callOf()) }),
};

/** A recording in which `sending` has run. */
async function recording(): Promise<Recording> {
  const { contract } = smallContract();
  const { target } = scriptedTarget([{ status: 201 }]);
  const { perform, evidence } = probeRun(target, new Map(), {});
  await perform(sending);
  const validator = validatorFor(contract.document);
  return { contract, validator, exchanges: target.exchanges, evidence };
}

const unsent: Probe<never> = { name: "unsent", run: () => Promise.reject(new Error("unsent")) };

test("a check judges the evidence of its probe", async () => {
  const made = check(id, sending, ({ exchange }) =>
    exchange.response?.status === 201 ? [finding] : [],
  );
  expect(made).toMatchObject({ id, probes: [sending] });
  expect(made.judge(await recording())).toEqual([finding]);
});

test("a check sees the contract and everything that was sent", async () => {
  const whole = await recording();
  check(id, sending, (_, seen) => {
    expect(seen).toBe(whole);
    return [];
  }).judge(whole);
});

test("an observation says what the target does", async () => {
  const made = observe(id, sending, ({ exchange }) => `answers ${exchange.response?.status}`);
  expect(made).toMatchObject({ id, probes: [sending] });
  expect(made.judge(await recording())).toEqual({ observed: "answers 201" });
});

test("a check over everything judges every exchange, not only those of its probes", async () => {
  const made = checkAll(id, [], (exchanges) => exchanges.map(() => finding));
  expect(made.judge(await recording())).toEqual([finding]);
});

test.each([
  ["check", check(id, unsent, () => [])],
  ["observe", observe(id, unsent, () => "nothing")],
  ["checkAll", checkAll(id, [sending, unsent], () => [])],
])("%s judges nothing when a probe of it has no evidence", async (_, made) => {
  const whole = await recording();
  expect(() => made.judge(whole)).toThrow("The probe unsent was judged before it ran");
});
