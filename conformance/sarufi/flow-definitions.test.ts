import { expect, test } from "vitest";
import { probeRun } from "../probe.ts";
import { scriptedTarget } from "../testing/target.ts";
import { brokenFlow, documentedForms, flowWithoutDefault, formsOf } from "./flow-definitions.ts";

/** The forms that are tried with these fixtures, each written out. */
async function written(fixtures: ReadonlyMap<string, readonly string[]>) {
  const run = probeRun(scriptedTarget().target, fixtures, {});
  const probe = { name: "forms", run: formsOf };
  await run.perform(probe);
  return run.evidence(probe).map((form) => form("Hi", "next"));
}

const state = (next: string) => ({ message: "Hi", actions: [], transitions: { default: next } });
const states = { greet_user: state("next"), next: state("greet_user") };

test("a flow is a map of states, with or without a wrapper", async () => {
  expect(await written(new Map())).toEqual([states, { states }]);
});

test("a flow is written as the user says, when the user says how", async () => {
  const flow = '{"nodes":[{"says":"CONCORDAT"},{"says":"CONCORDAT"}]}';
  expect(await written(new Map([["flow", [flow]]]))).toEqual([
    { nodes: [{ says: "Hi" }, { says: "Hi" }] },
  ]);
});

test.each(documentedForms.map((form) => [form] as const))("one fault is made at a time", (form) => {
  const sound = JSON.stringify(form("Concordat", "thank_user"));
  const [before, after] = sound.split('"default":"thank_user"');
  expect(JSON.stringify(brokenFlow(form))).toBe(`${before}"default":"nowhere"${after}`);
  expect(JSON.stringify(flowWithoutDefault(form))).toBe(`${before}"yes":"thank_user"${after}`);
});
