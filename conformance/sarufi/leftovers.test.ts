import { expect, test } from "vitest";
import { exchangeOf } from "../testing/exchange.ts";
import { leftovers as all } from "./leftovers.ts";

const did = (
  operationId: string,
  path: Readonly<Record<string, string>>,
  status: number,
  id?: string,
) =>
  exchangeOf(
    { status, ...(id !== undefined && { json: { id } }) },
    { call: { operationId, path, purpose: "" } },
  );

/** What is left, by the call that deletes it. */
const leftovers = (exchanges: Parameters<typeof all>[0]) =>
  all(exchanges).map(({ rest }) => ({ operationId: rest?.operationId, path: rest?.path }));

const made = did("createChatbot", {}, 201, "bot");
const flow = (chatbot_id: string) => did("createFlow", { chatbot_id }, 201, "flow");

test("what a run made is left, its flows going with it", () => {
  expect(leftovers([made, flow("bot")])).toEqual([
    { operationId: "deleteChatbot", path: { chatbot_id: "bot" } },
  ]);
});

test("a flow in a chatbot of others is left on its own", () => {
  expect(leftovers([flow("theirs")])).toEqual([
    { operationId: "deleteFlow", path: { chatbot_id: "theirs", flow_id: "flow" } },
  ]);
});

test("what was deleted is not left, and neither is a flow of it", () => {
  expect(leftovers([made, flow("bot"), did("deleteChatbot", { chatbot_id: "bot" }, 204)])).toEqual(
    [],
  );
  const path = { chatbot_id: "theirs", flow_id: "flow" };
  expect(leftovers([flow("theirs"), did("deleteFlow", path, 204)])).toEqual([]);
});

test("what was refused was not made, and a refused deletion deletes nothing", () => {
  expect(leftovers([did("createChatbot", {}, 409)])).toEqual([]);
  expect(leftovers([made, did("deleteChatbot", { chatbot_id: "bot" }, 500)])).toHaveLength(1);
});

test("what a run only read or changed is never deleted", () => {
  const others = ["getChatbot", "updateChatbot", "getFlow", "publishFlow"].map((operationId) =>
    did(operationId, { chatbot_id: "theirs", flow_id: "theirs" }, 200, "theirs"),
  );
  expect(leftovers(others)).toEqual([]);
});
