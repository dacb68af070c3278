import { expect, test } from "vitest";
import type { ContactList, ConversationList, MessageList } from "../../generated/sahut/types.ts";
import type { BotReply, ConversationPage } from "../../generated/sarufi/types.ts";
import { UserError } from "../errors.ts";
import { totals } from "../sahut/testing/totals.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import { emptyStoreOptions } from "../store/testing/empty.ts";
import { caller, serve } from "../testing.ts";
import { type LoadOptions, load } from "./load.ts";
import { chatId } from "./sarufi.ts";

async function loaded(options: Partial<LoadOptions> = {}) {
  const { store } = await emptyStoreOptions();
  const result = await load({ ...store, conversations: 300, chats: 3, ...options });
  return { store, ...result };
}

test("what is loaded is listed, with contacts and messages", async () => {
  const { store, sahut, contacts, messages } = await loaded();
  const server = await serve({ ...store, clock: () => new Date() });
  const call = caller(server.sahut.url, sahut.key);
  const { body } = await call<ConversationList>("GET", "/conversations");
  expect(body.meta.total).toBe(300);
  const people = await call<ContactList>("GET", "/contacts?per_page=1");
  expect(people.body.meta.total).toBe(contacts);
  expect(messages).toBeGreaterThan(300);
  for (const { id } of body.data) {
    const said = await call<MessageList>("GET", `/conversations/${id}/messages`);
    expect(said.body.data.length).toBeGreaterThan(0);
    expect(said.body.meta.total).toBe(said.body.data.length);
  }
});

test("its totals are what counting gives", async () => {
  const { store, sahut } = await loaded({ chats: 0 });
  const opened = "data" in store ? openSqlite(store.data) : await openPostgres(store.databaseUrl);
  const { listed, counted } = await totals(opened, sahut.workspaceId);
  await opened.close();
  expect(listed).toEqual(counted);
  expect(listed["{}"]).toBe(300);
});

test("its chat sessions take messages", async () => {
  const { store, sarufi } = await loaded({ conversations: 0 });
  const server = await serve({ ...store, clock: () => new Date() });
  const call = caller(server.sarufi.url, sarufi.key);
  const path = `/chatbots/${sarufi.chatbotId}`;
  const { body } = await call<ConversationPage>("GET", `${path}/conversations`);
  expect(body.conversations).toHaveLength(3);
  const session = `${path}/chat/sessions/${chatId(sarufi, 2)}`;
  const reply = await call<BotReply>("POST", `${session}/messages`, { message: "Hi" });
  expect(reply.body).toMatchObject({ messages: [{ text: "Karibu!" }], current_state: "hello" });
});

test("the demo is there, too", async () => {
  const { store } = await loaded();
  const { sahut } = await serve(store);
  const { body } = await caller(sahut.url, sahut.demo.key)<ConversationList>(
    "GET",
    "/conversations",
  );
  expect(body.meta.total).toBe(133);
});

/** What a load has made, but for its moments. */
async function listOf({ store, sahut }: Awaited<ReturnType<typeof loaded>>) {
  const server = await serve(store);
  const call = caller(server.sahut.url, sahut.key);
  const { body } = await call<ConversationList>("GET", "/conversations?per_page=100");
  return body.data.map(({ created_at, updated_at, ...rest }) => rest);
}

test("the same seed makes the same data, and another one other data", async () => {
  const one = await listOf(await loaded({ seed: 7 }));
  expect(await listOf(await loaded({ seed: 7 }))).toEqual(one);
  const other = await listOf(await loaded({ seed: 8 }));
  expect(other.map(({ status }) => status)).not.toEqual(one.map(({ status }) => status));
});

test("a seed is loaded once; another goes beside it", async () => {
  const { store } = await loaded();
  const again = load({ ...store, conversations: 1 });
  await expect(again).rejects.toThrow(UserError);
  await expect(again).rejects.toThrow(/^Seed 1 has been loaded there already\. .*--seed/);
  expect((await load({ ...store, conversations: 1, seed: 2 })).messages).toBeGreaterThan(0);
});

test("it tells how far it is", async () => {
  const steps: [number, number][] = [];
  await loaded({ progress: (done, total) => void steps.push([done, total]) });
  expect(steps).toEqual([
    [300, 303],
    [303, 303],
  ]);
});
