import { expect, test } from "vitest";
import { START } from "../store/testing/start.ts";
import { snoozeUntil } from "./snoozes.ts";
import { openInbox, taken, WORKSPACE } from "./testing/inbox.ts";

const HOUR = 60 * 60 * 1000;

/** An inbox with one conversation, which can be snoozed for some hours. */
async function open() {
  const inbox = await openInbox();
  const { store, services, call, receive, read } = inbox;
  const { conversation } = taken(await receive({ content: "Halo" }));
  const snooze = (hours: number, id = conversation) =>
    store.transaction((sql) =>
      snoozeUntil(sql, services, WORKSPACE, id, new Date(Date.parse(START) + hours * HOUR)),
    );
  const patch = (change: object) => call("PATCH", `/conversations/${conversation}`, change);
  const status = async () => (await read(conversation)).status;
  return { ...inbox, conversation, snooze, patch, status };
}

test("a snoozed conversation comes back at its time, and not before", async () => {
  const { conversation, snooze, advance, status, read, history } = await open();
  expect(await snooze(3)).toBeUndefined();
  await advance(3 * HOUR - 1);
  expect(await status()).toBe("snoozed");
  await advance(1);
  expect(await status()).toBe("open");
  expect((await read(conversation)).updated_at).toBe("2026-04-02T15:00:00Z");
  expect(await history(conversation)).toEqual([
    "incoming: Halo",
    "activity: Status changed from open to snoozed",
    "activity: Status changed from snoozed to open",
  ]);
});

test("webhooks are told when it comes back", async () => {
  const { snooze, advance, told } = await open();
  await snooze(1);
  await advance(HOUR);
  expect((await told()).slice(-2)).toMatchObject([
    { event: "conversation.updated", data: { status: "snoozed" } },
    { event: "conversation.updated", data: { status: "open", updated_at: "2026-04-02T13:00:00Z" } },
  ]);
});

test("a snooze by the API has no end but the customer's message", async () => {
  const { patch, advance, status, receive } = await open();
  await patch({ status: "snoozed" });
  await advance(1000 * HOUR);
  expect(await status()).toBe("snoozed");
  await receive();
  expect(await status()).toBe("open");
});

test.each(["pending", "resolved"])(
  "a conversation that has become %s meanwhile stays so",
  async (now) => {
    const { snooze, patch, advance, status } = await open();
    await snooze(1);
    await patch({ status: now });
    await advance(2 * HOUR);
    expect(await status()).toBe(now);
  },
);

test("a snooze that a customer's message has ended leaves no time behind for the next", async () => {
  const { snooze, patch, receive, advance, status } = await open();
  await snooze(1);
  await receive();
  await patch({ status: "snoozed" });
  await advance(2 * HOUR);
  expect(await status()).toBe("snoozed");
});

test("a later time replaces an earlier one, and is no change of status", async () => {
  const { conversation, snooze, advance, status, history } = await open();
  await snooze(1);
  await snooze(5);
  await advance(4 * HOUR);
  expect(await status()).toBe("snoozed");
  expect(await history(conversation)).toHaveLength(2);
  await advance(HOUR);
  expect(await status()).toBe("open");
});

test("a time that has passed is due at once", async () => {
  const { snooze, advance, status } = await open();
  await snooze(-1);
  await advance(0);
  expect(await status()).toBe("open");
});

test("a conversation that is not there cannot be snoozed", async () => {
  const { snooze } = await open();
  expect(await snooze(1, "conv_nowhere")).toBe("Unknown conversation: conv_nowhere");
});

test("rules run when it comes back", async () => {
  const { conversation, snooze, rule, advance, read } = await open();
  await snooze(1);
  await rule({
    trigger: "conversation.updated",
    actions: [{ type: "add_label", label: "back" }],
  });
  await advance(HOUR);
  expect((await read(conversation)).labels).toEqual(["back"]);
});
