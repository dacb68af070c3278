import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ConversationList, MessageList } from "../../generated/sahut/types.ts";
import { emptyStoreOptions } from "../store/testing/empty.ts";
import { caller, serve } from "../testing.ts";

/** A server with one workspace, of which the test writes the rest; and its control plane. */
async function open(rest: string) {
  const folder = await mkdtemp(join(tmpdir(), "concordat-seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const seedData = join(folder, "seed.yaml");
  await writeFile(
    seedData,
    `sahut:
  - id: ws_1
    keys: [{ key: sk_one }]
    channels: [{ id: ch_1, type: whatsapp, name: WhatsApp }, { id: ch_2, type: email, name: Email }]
    agents: [{ id: usr_1, name: Sari }]
    teams: [{ id: team_1, name: Sales }]
    contacts: [{ id: ct_1, name: Budi, tags: [vip] }, { id: ct_2, name: Siti }]
${rest}`,
  );
  const { store } = await emptyStoreOptions();
  const { sahut, control, ...server } = await serve({ seedData, control: 0, ...store });
  const call = caller(sahut.url, "sk_one");
  const bench = caller(String(control?.url), undefined);
  const says = (contact_id: string, channel_id: string, content: string) =>
    bench("POST", "/sahut/messages", { from: { contact_id }, channel_id, content });
  const conversations = async () =>
    (await call<ConversationList>("GET", "/conversations")).body.data;
  return { ...server, call, says, conversations };
}

test("rules of the file act on what customers say, from the first on, until one stops", async () => {
  const { says, conversations, call } = await open(`    rules:
      - { name: Refunds, on: message.created, when: { contains: refund }, then: [{ add_label: refund }] }
      - { name: VIPs, on: message.created, when: { tag: vip }, then: [{ assign_agent: usr_1 }, { stop: true }] }
      - { name: Welcome, on: message.created, when: { channel: ch_2 }, then: [{ assign_team: team_1 }, { send_message: Hi! }, { resolve: true }] }
`);
  await says("ct_1", "ch_2", "A REFUND, please");
  expect(await conversations()).toMatchObject([
    { contact: { id: "ct_1" }, status: "open", labels: ["refund"], assignee: { id: "usr_1" } },
  ]);
  await says("ct_2", "ch_2", "Hello");
  const [siti] = (await conversations()).filter(({ contact }) => contact.id === "ct_2");
  expect(siti).toMatchObject({ status: "resolved", labels: [], assignee: null });
  const { body } = await call<MessageList>("GET", `/conversations/${siti?.id}/messages`);
  expect(body.data.map(({ type, content }) => [type, content])).toContainEqual(["outgoing", "Hi!"]);
});

test("a conversation that the file lets sleep comes back in its time", async () => {
  const { advance, conversations } = await open(`    conversations:
      - { channel: ch_2, contact: ct_1, status: snoozed, snoozed_until: +1h }
`);
  await advance(3_599_000);
  expect(await conversations()).toMatchObject([{ status: "snoozed" }]);
  await advance(1_000);
  expect(await conversations()).toMatchObject([{ status: "open" }]);
});

test("a template of the file that is not approved is not sent", async () => {
  const { call } = await open(`    templates:
      - { id: tmpl_1, text: One, status: pending }
      - { id: tmpl_2, text: Two }
`);
  const start = (template_id: string) =>
    call("POST", "/conversations", {
      contact_id: "ct_1",
      channel_id: "ch_1",
      message: { template_id },
    });
  expect((await start("tmpl_1")).status).toBe(422);
  expect((await start("tmpl_2")).status).toBe(201);
});
