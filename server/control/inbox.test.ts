import { describe, expect, test } from "vitest";
import { testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

type Received = { conversation_id: string; message_id: string; contact_id: string };

describe("playing the customer", () => {
  test("starts a conversation, and goes on in it", async () => {
    const { control, inbox, sahut } = await openBench();
    const from = { phone: "+628999000111", name: "Dewi Lestari" };
    const message = { channel_id: sahut.demo.channelId, from, content: "Halo?" };
    const first = await control<Received>("POST", "/sahut/messages", message);
    expect(first.status).toBe(201);
    const { conversation_id: id, contact_id, message_id } = first.body;
    expect((await inbox("GET", `/conversations/${id}`)).body).toMatchObject({
      data: { status: "open", contact: { id: contact_id, name: "Dewi Lestari" } },
    });
    const { body } = await inbox("GET", `/conversations/${id}/messages`);
    expect(body).toMatchObject({ data: [{ id: message_id, content: "Halo?", type: "incoming" }] });
    const again = { ...message, from: { contact_id }, content: "Ada orang?" };
    const second = await control<Received>("POST", "/sahut/messages", again);
    expect(second.body).toMatchObject({ conversation_id: id, contact_id });
  });

  test.each([
    ["an unknown channel", { channel_id: "ch_x" }, 404, "There is no channel ch_x"],
    ["an unknown contact", { from: { contact_id: "ct_x" } }, 400, "from: Unknown contact_id: ct_x"],
    [
      "a contact that is described as well",
      { from: { contact_id: "ct_x", name: "X" } },
      400,
      "from has a contact_id, or else phone, email and name",
    ],
    ["nobody", { from: {} }, 400, "from: Give a contact, or a phone, an email or a name"],
    ["a typo", { from: { fone: "1" } }, 400, "from/fone is not known here"],
  ])("refuses %s", async (_, wrong, status, message) => {
    const { control, sahut } = await openBench();
    const from = { contact_id: sahut.demo.contactId };
    const right = { channel_id: sahut.demo.channelId, from, content: "Halo" };
    const reply = await control("POST", "/sahut/messages", { ...right, ...wrong });
    expect([reply.status, reply.body]).toEqual([status, { message }]);
    expect((await control("POST", "/sahut/messages", right)).status).toBe(201);
  });
});

test("a snoozed conversation sleeps until its moment", async () => {
  const { control, inbox, sahut } = await openBench({ clock: testClock("2026-04-02T12:00:00Z") });
  const id = sahut.demo.conversationId;
  const until = "2026-04-02T15:00:00+02:00";
  const snoozed = await control("POST", `/sahut/conversations/${id}/snooze`, { until });
  expect([snoozed.status, snoozed.body]).toEqual([
    200,
    { conversation_id: id, status: "snoozed", snoozed_until: "2026-04-02T13:00:00.000Z" },
  ]);
  const status = async () => {
    const { body } = await inbox<{ data: { status: string } }>("GET", `/conversations/${id}`);
    return body.data.status;
  };
  await control("POST", "/clock/advance", { seconds: 3599 });
  expect(await status()).toBe("snoozed");
  await control("POST", "/clock/advance", { seconds: 1 });
  expect(await status()).toBe("open");
});

test.each([
  ["conv_x", { until: "2026-04-03T08:00:00Z" }, 404, "There is no conversation conv_x"],
  [undefined, { until: "tomorrow" }, 400, 'until must match format "date-time"'],
  [undefined, { until: "2026-06-30T23:59:60Z" }, 400, "until is no moment: 2026-06-30T23:59:60Z"],
])("snoozing %j with %j is refused", async (id, body, status, message) => {
  const { control, sahut } = await openBench();
  const path = `/sahut/conversations/${id ?? sahut.demo.conversationId}/snooze`;
  const reply = await control("POST", path, body);
  expect([reply.status, reply.body]).toEqual([status, { message }]);
});

test("a delivery that nobody receives waits, and is listed", async () => {
  const { control, leaveDelivery } = await openBench();
  expect((await control("GET", "/sahut/deliveries")).body).toEqual({ total: 0, deliveries: [] });
  const webhook_id = await leaveDelivery();
  expect((await control("GET", "/sahut/deliveries")).body).toMatchObject({
    total: 1,
    deliveries: [{ webhook_id, event: "message.created" }],
  });
});
