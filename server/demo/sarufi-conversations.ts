/**
 * What was said with the demo's chatbots on other channels than the API: enough for every filter, and for more than a
 * page. They are of February 2026, so a chat of today is never among them.
 */
import { timestamp } from "../clock.ts";
import { addSaid } from "../sarufi/message-rows.ts";
import type { Sql } from "../store/store.ts";
import { insert } from "./insert.ts";

const channels = ["whatsapp", "web", "sms"];
const statuses = ["ACTIVE", "CLOSED", "ARCHIVED", "HANDOFF_PENDING", "AGENT_ACTIVE"];
const names = ["John", "Neema", "Baraka", "Zawadi", null];
const talk = [
  ["Hello, I need help with my order", "Hi! I'd be happy to help. What's your order number?"],
  ["ORD-12345", "It left our shop this morning."],
  ["What are your business hours?", "We are open from Monday to Saturday, 8:00 to 17:00."],
  ["Thanks for your help!", "You are welcome."],
] as const;

const START = Date.parse("2026-02-02T08:00:00Z");
const HOUR = 60 * 60 * 1000;
const SECOND = 1000;
const COUNT = 60;
const OTHER_COUNT = 5;
/** One conversation is longer than a page. */
const LONG = { number: 0, exchanges: 70 };

/** Fills two chatbots with conversations, the second one with few. */
export async function fillConversations(sql: Sql, chatbot: string, other: string): Promise<void> {
  for (let number = 0; number < COUNT; number += 1) await fillOne(sql, chatbot, number);
  for (let number = COUNT; number < COUNT + OTHER_COUNT; number += 1)
    await fillOne(sql, other, number);
}

async function fillOne(sql: Sql, chatbot_id: string, number: number): Promise<void> {
  const conversationId = `01HX1A0000C0NV0000000${String(number).padStart(5, "0")}`;
  const start = START + number * 5 * HOUR;
  const channel = channels[number % channels.length] ?? "web";
  const status = statuses[number % statuses.length] ?? "ACTIVE";
  const exchanges = number === LONG.number ? LONG.exchanges : 1 + (number % talk.length);
  await insert(sql, "sarufi_conversations", [
    {
      id: conversationId,
      chatbot_id,
      channel,
      // Five states and three channels: each meets each.
      status,
      user_phone: channel === "web" ? null : `+2557123456${String(number).padStart(2, "0")}`,
      contact_name: names[number % names.length] ?? null,
      unread_count: number % 3,
      created_at: timestamp(new Date(start)),
      updated_at: timestamp(new Date(start + exchanges * 40 * SECOND)),
    },
  ]);
  for (let turn = 0; turn < exchanges; turn += 1) {
    const [asked, answered] = talk[turn % talk.length] ?? talk[0];
    await addSaid(sql, {
      id: `01HX1A0000M${String(number).padStart(5, "0")}${String(turn).padStart(10, "0")}`,
      conversationId,
      message: { message: asked },
      answer: [{ type: "text", text: answered }],
      responder: status === "AGENT_ACTIVE" ? "HUMAN" : "BOT",
      at: timestamp(new Date(start + turn * 40 * SECOND)),
    });
  }
}
