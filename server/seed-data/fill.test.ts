import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ConversationList, MessageList } from "../../generated/sahut/types.ts";
import type { ChatSession, ConversationPage as Chats } from "../../generated/sarufi/types.ts";
import { startServer } from "../main.ts";
import { emptyStoreOptions } from "../store/testing/empty.ts";
import { caller, serve, testClock } from "../testing.ts";

const seed = `
sahut:
  - id: ws_1
    keys: [{ key: sk_live_one }]
    channels: [{ id: ch_1, type: live_chat, name: Chat }]
    agents: [{ id: usr_1, name: Sari }]
    contacts: [{ id: ct_1, name: Budi }]
    conversations:
      - channel: ch_1
        contact: ct_1
        assignee: usr_1
        created_at: -2h
        messages:
          - { from: contact, text: Halo, at: -2h }
          - { from: usr_1, text: Halo Budi!, at: -1h }
          - { from: activity, text: Seen }
sarufi:
  - id: W1
    keys: [{ key: sk-one }]
    chatbots:
      - id: C1
        name: Greeter
        flows: [{ id: F1, flow: { hello: { message: "Hi!" , transitions: { default: hello } } } }]
        conversations:
          - { channel: sms, created_at: -1d, exchanges: [{ asked: Hey, answered: "Hi!", at: -1d }] }
`;

async function seedFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "seed.yaml");
  await writeFile(file, seed);
  return file;
}

async function open() {
  const { store } = await emptyStoreOptions();
  return serve({ clock: testClock(), seedData: await seedFile(), ...store });
}

test("a server starts with the conversations of its file, and with moments before its start", async () => {
  const { sahut } = await open();
  const call = caller(sahut.url, "sk_live_one");
  const { body } = await call<ConversationList>("GET", "/conversations");
  expect(body.data).toMatchObject([
    {
      status: "open",
      channel: { id: "ch_1" },
      contact: { name: "Budi", phone: null },
      assignee: { name: "Sari" },
      created_at: "2026-04-02T10:00:00Z",
    },
  ]);
  const path = `/conversations/${body.data[0]?.id}/messages`;
  const messages = await call<MessageList>("GET", path);
  expect(messages.body.data).toMatchObject([
    {
      type: "incoming",
      content: "Halo",
      sender: { type: "contact" },
      created_at: "2026-04-02T10:00:00Z",
    },
    { type: "outgoing", content: "Halo Budi!", sender: { type: "agent" } },
    { type: "activity", content: "Seen", sender: null, created_at: "2026-04-02T12:00:00Z" },
  ]);
});

test("a chatbot of the file talks, and has the file's conversations", async () => {
  const { sarufi } = await open();
  const call = caller(sarufi.url, "sk-one");
  const chat = await call<ChatSession>("POST", "/chatbots/C1/chat/sessions");
  expect(chat.body.messages).toEqual([{ type: "text", text: "Hi!" }]);
  const { body } = await call<Chats>("GET", "/chatbots/C1/conversations?channel=sms");
  expect(body.conversations).toMatchObject([
    { last_message_preview: "Hey", created_at: "2026-04-01T12:00:00Z" },
  ]);
});

test("the demo's keys are unknown then", async () => {
  const { sahut } = await open();
  expect((await caller(sahut.url, sahut.demo.key)("GET", "/conversations")).status).toBe(401);
});

test("a store that has data is left as it is, and the server says so", async () => {
  const { store } = await emptyStoreOptions();
  const first = await startServer({ ...store });
  await first.close();
  const lines: string[] = [];
  const file = await seedFile();
  const again = await serve({ seedData: file, log: (line) => void lines.push(line), ...store });
  expect(lines).toEqual([`${file} is not loaded: the store has data already.`]);
  expect(
    (await caller(again.sahut.url, again.sahut.demo.key)("GET", "/conversations")).status,
  ).toBe(200);
});
