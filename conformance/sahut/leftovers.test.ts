import { expect, test } from "vitest";
import { at } from "../evidence.ts";
import { succeeded } from "../leftovers.ts";
import { runSuite } from "../run.ts";
import { exchangeOf } from "../testing/exchange.ts";
import { referenceOf } from "../testing/reference.ts";
import { leftovers } from "./leftovers.ts";

/** Runs the requirements whose ids match. */
async function run(pattern: RegExp, features: readonly string[]) {
  const target = await referenceOf("sahut");
  return runSuite(target.suite, {
    ...target,
    features: new Set(features),
    selects: (id) => pattern.test(id),
  });
}

test("no webhook is left, and no conversation is left open; contacts stay", async () => {
  const { exchanges } = await run(/webhook|contact|address|event|empty-first/i, ["all"]);
  const made = exchanges
    .filter(succeeded)
    .filter(({ call }) => /^create(Webhook|Conversation)$/.test(call.operationId ?? ""));
  expect(made.length).toBeGreaterThan(4);
  const left = leftovers(exchanges);
  expect(left.filter(({ rest }) => rest !== undefined)).toEqual([]);
  expect(left.map(({ what }) => what.split(" ")[0])).toEqual(["contact", "contact", "contact"]);
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

test("nothing is sent for features that are not declared", async () => {
  const { exchanges, judged } = await run(/contact|webhook|pagination/i, []);
  const sent = new Set(exchanges.map(({ request }) => new URL(request.url).pathname.split("/")[2]));
  expect([...sent]).toEqual(["conversations"]);
  const optional = judged.filter(({ requirement }) => requirement.feature !== undefined);
  expect(new Set(optional.map(({ outcome }) => outcome.name))).toEqual(new Set(["inapplicable"]));
});

/** A conversation that a request for a new one was answered with; the request left at noon of 2026-04-02. */
const made = (data: object) =>
  exchangeOf(
    { json: { data: { id: "conv_1", ...data } } },
    { call: { operationId: "createConversation", purpose: "" } },
  );
const changed = (body: object, status = 200) =>
  exchangeOf(
    { status },
    { call: { operationId: "updateConversation", path: { id: "conv_1" }, body, purpose: "" } },
  );
const restOf = (...exchanges: Parameters<typeof leftovers>[0]) =>
  leftovers(exchanges).map(({ rest }) => rest?.body);

test("a conversation is left until it is resolved, and again once it is reopened", () => {
  const resolved = changed({ status: "resolved" });
  expect(restOf(made({}))).toEqual([{ status: "resolved" }]);
  expect(restOf(made({}), changed({ labels: ["urgent"] }))).toEqual([{ status: "resolved" }]);
  expect(restOf(made({}), resolved)).toEqual([]);
  expect(restOf(made({}), changed({ status: "resolved" }, 422))).toHaveLength(1);
  expect(restOf(made({}), resolved, changed({ labels: ["urgent"] }))).toEqual([]);
  expect(restOf(made({}), resolved, changed({ status: "open" }))).toHaveLength(1);
  expect(restOf(made({ created_at: "2026-04-02T11:58:00Z" }))).toEqual([{ status: "resolved" }]);
});

test("a conversation that was there before is to be as it was, and not resolved", () => {
  const before = made({
    created_at: "2026-03-01T08:00:00Z",
    status: "pending",
    labels: ["vip"],
    assignee: { id: "usr_1" },
  });
  const as = { status: "pending", labels: ["vip"], assignee_id: "usr_1" };
  expect(leftovers([before])).toMatchObject([
    { what: "conversation conv_1, which was there before", rest: { body: as } },
  ]);
  expect(restOf(before, changed({ status: "resolved" }))).toEqual([as]);
});
