import { expect, test } from "vitest";
import { tables as sahut } from "../sahut/tables.ts";
import { tables as sarufi } from "../sarufi/tables.ts";
import { testStore } from "../store/testing/store.ts";
import { halfWritten, twice } from "./invariants.ts";

/** A conversation with a message and a change, and a chat with one turn, all of it told. */
const whole = `
  INSERT INTO sahut_channels VALUES ('ch', 'ws', 'live_chat', 'Chat');
  INSERT INTO sahut_contacts (id, workspace_id, name) VALUES ('ct_desk0', 'ws', 'Budi');
  INSERT INTO sahut_webhooks VALUES ('wh', 'ws', 'https://example.com', '[]', 'whsec', '');
  INSERT INTO sahut_conversations (id, workspace_id, status, channel_id, contact_id, labels, created_at, updated_at)
    VALUES ('conv', 'ws', 'pending', 'ch', 'ct_desk0', '["step-1"]', '', '');
  INSERT INTO sahut_messages (id, conversation_id, position, type, content, attachments, private, created_at) VALUES
    ('msg_1', 'conv', 1, 'outgoing', 'Halo', '[]', 0, ''), ('msg_2', 'conv', 2, 'activity', 'Status', '[]', 0, '');
  INSERT INTO sahut_deliveries VALUES ('dlv', 'wh', 'message.created', '{"data":{"id":"msg_1"}}', 0, '', '');
  INSERT INTO sarufi_chatbots (id, workspace_id, name) VALUES ('bot', 'ws', 'Ring');
  INSERT INTO sarufi_conversations (id, chatbot_id, channel, status, unread_count, created_at)
    VALUES ('chat', 'bot', 'api', 'ACTIVE', 0, '');
  INSERT INTO sarufi_chats (conversation_id, state, closed, active_at, variables)
    VALUES ('chat', 's1', 0, '', '{"s0":"hi"}');
  INSERT INTO sarufi_messages (conversation_id, position, id, message, message_type, responder, received_at) VALUES
    ('chat', 1, 'm1', NULL, 'text', 'BOT', ''), ('chat', 2, 'm2', '{"text":"hi"}', 'text', 'BOT', '');`;

const heard = new Set(["conv"]);

async function open() {
  const store = await testStore([...sahut, ...sarufi]);
  await store.script(whole);
  return store;
}

test("what is whole is not complained of", async () => {
  const store = await open();
  expect(await halfWritten(store, heard)).toEqual([]);
  expect(await twice(store)).toBe(0);
});

test.each([
  ["a conversation without a message", "DELETE FROM sahut_messages", "conv has no first message"],
  [
    "a missing message",
    "DELETE FROM sahut_messages WHERE position = 1",
    "conv has a hole in its sahut_messages",
  ],
  [
    "a change that is not recorded",
    "DELETE FROM sahut_messages WHERE position = 2",
    "conv is pending, step-1, with 0 activities",
  ],
  [
    "a missing turn",
    "DELETE FROM sarufi_messages WHERE position = 1",
    "chat has a hole in its sarufi_messages",
  ],
  [
    "a turn that is not said",
    "DELETE FROM sarufi_messages WHERE position = 2",
    "chat is in s1 after 0 turns, and remembers undefined",
  ],
  [
    "a chat that forgets",
    "UPDATE sarufi_chats SET variables = '{}'",
    "chat is in s1 after 1 turns, and remembers undefined",
  ],
  ["an event that nobody is told", "DELETE FROM sahut_deliveries", "nobody is told of msg_1"],
])("%s is found", async (_, damage, complaint) => {
  const store = await open();
  await store.script(damage);
  expect(await halfWritten(store, heard)).toContain(complaint);
});

test("what happened twice is counted", async () => {
  const store = await open();
  await store.script("UPDATE sahut_messages SET type = 'outgoing', content = 'Halo'");
  expect(await twice(store)).toBe(1);
});
