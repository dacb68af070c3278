import { describe, expect, test } from "vitest";
import type { ConversationResult, MessageList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

const NOW = "2026-04-02T12:00:00Z";

async function open() {
  const { sahut } = await serve({ clock: testClock() });
  const call = caller(sahut.url, sahut.demo.key);
  const path = `/conversations/${sahut.demo.conversationId}`;
  const read = async () => (await call<ConversationResult>("GET", path)).body.data;
  const patch = (change: object) => call<ConversationResult>("PATCH", path, change);
  const activities = async () =>
    (await call<MessageList>("GET", `${path}/messages`)).body.data.slice(2);
  return { ...sahut, read, patch, activities };
}

describe("a change", () => {
  const changes: [string, object, object][] = [
    ["of status", { status: "pending" }, { status: "pending" }],
    ["of labels replaces them", { labels: ["refund", "vip"] }, { labels: ["refund", "vip"] }],
    ["of labels drops repeated ones", { labels: ["b", "a", "b"] }, { labels: ["b", "a"] }],
    ["of labels to none clears them", { labels: [] }, { labels: [] }],
    [
      "of assignee",
      { assignee_id: "usr_01HX0Z9K3M5N7P" },
      { assignee: { id: "usr_01HX0Z9K3M5N7P", name: "Rina Wulandari" } },
    ],
    ["of assignee to null unassigns", { assignee_id: null }, { assignee: null }],
    ["of team shows nowhere else", { team_id: "team_01HX0W1A2B3C4D" }, {}],
    [
      "of several things at once",
      { status: "resolved", labels: ["resolved-billing"] },
      { status: "resolved", labels: ["resolved-billing"] },
    ],
  ];
  test.each(changes)("%s", async (_, change, result) => {
    const { read, patch } = await open();
    const before = await read();
    const reply = await patch(change);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({ ...before, ...result, updated_at: NOW });
    expect(await read()).toEqual(reply.body.data);
  });
});

test("any status may follow any other", async () => {
  const { patch } = await open();
  const statuses = ["open", "pending", "resolved", "snoozed"];
  for (const from of statuses) {
    for (const to of statuses) {
      await patch({ status: from });
      expect((await patch({ status: to })).body.data.status).toBe(to);
    }
  }
});

test.each([
  {},
  { status: "open" },
  { labels: ["follow-up"] },
  { assignee_id: "usr_01HX0Z7I1K3L5M" },
])("%j changes nothing, so updated_at stays and nothing is recorded", async (change) => {
  const { read, patch, activities } = await open();
  const before = await read();
  expect(await patch(change)).toMatchObject({ status: 200, body: { data: before } });
  expect(await read()).toEqual(before);
  expect(await activities()).toEqual([]);
});

test("a new status, assignee and team are recorded as activities, which nobody sends", async () => {
  const { patch, activities } = await open();
  await patch({ status: "snoozed", assignee_id: "usr_01HX0Z8J2L4M6N" });
  await patch({ assignee_id: null, labels: ["later"] });
  await patch({ team_id: "team_01HX0W1A2B3C4D" });
  await patch({ team_id: "team_01HX0W1A2B3C4D" });
  const recorded = await activities();
  expect(recorded.map(({ content }) => content)).toEqual([
    "Status changed from open to snoozed",
    "Assigned to Andi Pratama",
    "Unassigned",
    "Assigned to team Sales",
  ]);
  for (const message of recorded) {
    expect(message).toMatchObject({ type: "activity", sender: null, created_at: NOW });
  }
});

describe("is refused, and changes nothing", () => {
  const wrong: [object, number][] = [
    [{ status: "closed" }, 422],
    [{ status: "Open" }, 422],
    [{ assignee_id: "usr_unknown" }, 422],
    [{ assignee_id: "unassigned" }, 422],
    [{ team_id: "team_unknown" }, 422],
    [{ status: "resolved", assignee_id: "usr_unknown" }, 422],
    [{ status: null }, 400],
    [{ team_id: null }, 400],
    [{ labels: "vip" }, 400],
    [{ labels: [1] }, 400],
    [{ labels: null }, 400],
  ];
  test.each(wrong)("%j with %i", async (change, status) => {
    const { read, patch } = await open();
    const before = await read();
    const reply = await patch(change);
    expect(reply.status).toBe(status);
    const code = status === 400 ? "bad_request" : "validation_error";
    expect(reply.body).toEqual(sahutError(status, code));
    expect(await read()).toEqual(before);
  });
});
