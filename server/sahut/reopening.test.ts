import { expect, test } from "vitest";
import { BUDI, openInbox, taken, WHATSAPP } from "./testing/inbox.ts";

/** An inbox where Budi has written once. */
async function open() {
  const inbox = await openInbox();
  const { conversation } = taken(await inbox.receive({ content: "Halo" }));
  const path = `/conversations/${conversation}`;
  const patch = (change: object) => inbox.call("PATCH", path, change);
  const send = (content: string) => inbox.call("POST", `${path}/messages`, { content });
  return { ...inbox, conversation, patch, send };
}

test.each(["pending", "resolved", "snoozed"])(
  "a customer's message opens a conversation that is %s, and an activity says so",
  async (status) => {
    const { conversation, patch, receive, read, history } = await open();
    await patch({ status });
    const again = taken(await receive({ content: "Masih ada?" }));
    expect(again.conversation).toBe(conversation);
    expect((await read(conversation)).status).toBe("open");
    expect(await history(conversation)).toEqual([
      "incoming: Halo",
      `activity: Status changed from open to ${status}`,
      "incoming: Masih ada?",
      `activity: Status changed from ${status} to open`,
    ]);
  },
);

test.each(["open", "pending", "resolved", "snoozed"])(
  "an outgoing message leaves a conversation %s",
  async (status) => {
    const { conversation, patch, send, read } = await open();
    await patch({ status });
    expect((await send("Baik")).status).toBe(201);
    expect((await read(conversation)).status).toBe(status);
  },
);

test("reopening keeps the agent and the labels", async () => {
  const { conversation, patch, receive, read } = await open();
  await patch({ status: "resolved", assignee_id: "usr_sari", labels: ["refund"] });
  await receive();
  expect(await read(conversation)).toMatchObject({
    status: "open",
    assignee: { name: "Sari" },
    labels: ["refund"],
  });
});

test("of several conversations the open one is joined, though a resolved one changed later", async () => {
  const { conversation, call, clock, receive, read } = await open();
  const pair = { contact_id: BUDI, channel_id: WHATSAPP };
  const other = await call<{ data: { id: string } }>("POST", "/conversations", pair);
  clock.advance(60_000);
  await call("PATCH", `/conversations/${conversation}`, { status: "resolved" });
  expect(taken(await receive()).conversation).toBe(other.body.data.id);
  expect((await read(conversation)).status).toBe("resolved");
});

test("of several resolved ones the latest is opened again", async () => {
  const { conversation, call, clock, receive, read, patch } = await open();
  const pair = { contact_id: BUDI, channel_id: WHATSAPP };
  const other = await call<{ data: { id: string } }>("POST", "/conversations", pair);
  await call("PATCH", `/conversations/${other.body.data.id}`, { status: "resolved" });
  clock.advance(60_000);
  await patch({ status: "resolved" });
  expect(taken(await receive()).conversation).toBe(conversation);
  expect((await read(other.body.data.id)).status).toBe("resolved");
});
