import { expect, test } from "vitest";
import { at } from "../evidence.ts";
import { runSuite } from "../run.ts";
import { referenceOf } from "../testing/reference.ts";
import { leftWebhooks, succeeded, unfinished } from "./finish.ts";

/** Runs the requirements whose ids match. */
async function run(pattern: RegExp, features: readonly string[]) {
  const target = await referenceOf("sahut");
  return runSuite(target.suite, {
    ...target,
    features: new Set(features),
    selects: (id) => pattern.test(id),
  });
}

test("no webhook is left, and no conversation is left open", async () => {
  const { exchanges } = await run(/webhook|contact|address|event|empty-first/i, ["all"]);
  const made = exchanges
    .filter(succeeded)
    .filter(({ call }) => /^create(Webhook|Conversation)$/.test(call.operationId ?? ""));
  expect(made.length).toBeGreaterThan(4);
  expect(leftWebhooks(exchanges)).toEqual([]);
  expect(unfinished(exchanges)).toEqual([]);
});

test("what another workspace's key deletes, is deleted again", async () => {
  const { exchanges } = await run(/webhooks\/workspaces-are-apart/, ["webhooks"]);
  const [made] = exchanges.filter(({ call }) => call.operationId === "createWebhook");
  const id = at(made?.response?.json, "data", "id");
  const deletions = exchanges.filter(({ call }) => call.path?.id === id);
  expect(deletions.map(({ call }) => call.purpose)).toEqual([
    "a webhook, deleted with another workspace's key",
    "put to rest",
  ]);
});

test("a run makes three contacts and no more", async () => {
  const { exchanges } = await run(/contact/i, ["contacts"]);
  const made = exchanges.filter(({ call }) => call.operationId === "createContact");
  expect(made.filter(succeeded)).toHaveLength(3);
});

test("nothing is sent for features that are not declared", async () => {
  const { exchanges, judged } = await run(/contact|webhook|pagination/i, []);
  const sent = new Set(exchanges.map(({ request }) => new URL(request.url).pathname.split("/")[2]));
  expect([...sent]).toEqual(["conversations"]);
  const optional = judged.filter(({ requirement }) => requirement.feature !== undefined);
  expect(new Set(optional.map(({ outcome }) => outcome.name))).toEqual(new Set(["inapplicable"]));
});
