import type { Message, Sender } from "../../generated/sahut/types.ts";
import { timestamp } from "../clock.ts";
import { regulars } from "./sahut-contacts.ts";
import {
  agents,
  BUDI,
  EMAIL,
  LIVE_CHAT,
  OTHER_CHANNEL,
  OTHER_CONTACT,
  OTHER_WORKSPACE,
  SARI,
  SEED_CONVERSATION,
  WHATSAPP,
  WORKSPACE,
} from "./sahut-directory.ts";

export interface DemoConversation {
  readonly id: string;
  readonly workspace_id: string;
  readonly status: string;
  readonly channel_id: string;
  readonly contact_id: string;
  readonly assignee_id: string | null;
  readonly labels: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly messages: readonly Message[];
}

/** The conversation of the documentation's examples, letter by letter. */
const seed: DemoConversation = {
  id: SEED_CONVERSATION,
  workspace_id: WORKSPACE,
  status: "open",
  channel_id: WHATSAPP,
  contact_id: BUDI,
  assignee_id: SARI,
  labels: ["follow-up"],
  created_at: "2024-03-15T08:30:00Z",
  updated_at: "2024-03-15T09:15:00Z",
  messages: [
    {
      id: "msg_01HX5E2N6P8R0S",
      type: "incoming",
      content: "Halo, saya ingin tanya tentang harga produk X",
      sender: { type: "contact", id: BUDI, name: "Budi Santoso" },
      attachments: [],
      created_at: "2024-03-15T08:30:00Z",
    },
    {
      id: "msg_01HX5F3O7Q9S1T",
      type: "outgoing",
      content: "Halo Budi! Untuk harga produk X, saat ini adalah Rp 150.000 per unit.",
      sender: { type: "agent", id: SARI, name: "Sari Dewi" },
      attachments: [],
      created_at: "2024-03-15T08:35:00Z",
    },
  ],
};

const COUNT = 130;
/** One conversation has more messages than one page holds. */
const LONG = { conversation: 3, messages: 120 };
const START = Date.parse("2024-03-01T01:00:00Z");
const MINUTE = 60_000;
const statuses = ["open", "pending", "resolved", "snoozed"] as const;
const labelSets = [
  [],
  ["follow-up"],
  ["refund"],
  ["complaint", "urgent"],
  ["vip"],
  ["vip", "refund"],
];
const questions = [
  "Halo, apakah barangnya masih ada?",
  "Kapan pesanan saya dikirim?",
  "Saya mau tukar ukuran, bisa?",
  "Terima kasih, sudah sampai.",
];
const answers = [
  "Halo kak, masih ada. Mau pesan berapa?",
  "Hari ini kak, resi menyusul.",
  "Bisa kak, kirim foto labelnya ya.",
  "Sama-sama kak!",
];

/** Who has written on WhatsApp within the last 24 hours, so that free text reaches them, and how many hours ago. */
const recent = [
  // The documentation's examples write to him.
  { contact: { id: BUDI, name: "Budi Santoso" }, hours: 2 },
  // The first conversation that is open and unassigned is with this one: the inbox journey replies in it.
  { contact: pick(regulars, 120), hours: 3 },
];

/** Workspace A: the seed, and conversations that differ in everything that can be filtered. */
export function inbox(now: Date): DemoConversation[] {
  const generated = Array.from({ length: COUNT }, (_, index) => conversation(index));
  return [seed, ...recent.map((_, index) => recentOne(index, now)), ...generated];
}

/** A conversation that is resolved already. */
function recentOne(index: number, now: Date): DemoConversation {
  const { contact, hours } = pick(recent, index);
  const time = timestamp(new Date(now.getTime() - hours * 60 * MINUTE));
  return {
    id: `conv_01HXR${padded(index)}`,
    workspace_id: WORKSPACE,
    status: "resolved",
    channel_id: WHATSAPP,
    contact_id: contact.id,
    assignee_id: SARI,
    labels: [],
    created_at: time,
    updated_at: time,
    messages: [
      said(`01HXQ${padded(index)}`, contactSender(contact), pick(questions, 3), time),
      resolution(COUNT + index, time),
    ],
  };
}

/** Workspace B has an inbox of its own, which A never sees. */
export function otherInbox(): DemoConversation[] {
  const contact = { id: OTHER_CONTACT, name: "Wayan Sudana" };
  return [0, 1, 2].map((index) => ({
    id: `conv_01HXZ${padded(index)}`,
    workspace_id: OTHER_WORKSPACE,
    status: "open",
    channel_id: OTHER_CHANNEL,
    contact_id: OTHER_CONTACT,
    assignee_id: null,
    labels: [],
    created_at: at(index * 60),
    updated_at: at(index * 60),
    messages: [
      said(`01HXZ${padded(index)}`, contactSender(contact), "Om swastiastu", at(index * 60)),
    ],
  }));
}

function conversation(index: number): DemoConversation {
  const contact = pick(regulars, index);
  // Steps of 3 and 7, so that every status meets every channel and every agent, and nobody too.
  const agent = index % 7 < 2 ? undefined : pick(agents, Math.floor(index / 7));
  // Two at a time change in the same second, so that the order of a list needs its tie-break.
  const started = Math.floor(index / 2) * 180;
  const status = pick(statuses, Math.floor(index / 3));
  return {
    id: `conv_01HXD${padded(index)}`,
    workspace_id: WORKSPACE,
    status,
    channel_id: pick([WHATSAPP, LIVE_CHAT, EMAIL], index),
    contact_id: contact.id,
    assignee_id: agent?.id ?? null,
    labels: pick(labelSets, index),
    created_at: at(started),
    updated_at: at(started + 90),
    messages: [
      ...talk(index, started, contactSender(contact), agent && agentSender(agent)),
      ...(status === "resolved" ? [resolution(index, at(started + 90))] : []),
    ],
  };
}

function talk(index: number, started: number, contact: Sender, agent?: Sender): Message[] {
  const length = index === LONG.conversation ? LONG.messages : 1 + ((index * 5) % 6);
  const bot: Sender = { type: "bot", id: "bot_01HX0K0A1B2C3D", name: "Asisten" };
  return Array.from({ length }, (_, turn) => {
    const asks = turn % 2 === 0;
    const text = pick(asks ? questions : answers, index + (turn >> 1));
    const time = at(started + turn * (length > 10 ? 0.5 : 11));
    const message = said(
      `01H${padded(index, 5)}${padded(turn, 6)}`,
      asks ? contact : (agent ?? bot),
      text,
      time,
    );
    return turn === 0 && index % 8 === 0 ? { ...message, attachments: [photo(index)] } : message;
  });
}

function said(suffix: string, sender: Sender, content: string, created_at: string): Message {
  const type = sender.type === "contact" ? "incoming" : "outgoing";
  return { id: `msg_${suffix}`, type, content, sender, attachments: [], created_at };
}

function resolution(index: number, created_at: string): Message {
  return {
    id: `msg_01HXR${padded(index)}`,
    type: "activity",
    content: "Status changed from open to resolved",
    sender: null,
    attachments: [],
    created_at,
  };
}

function photo(index: number) {
  const file_name = `foto-${index}.jpg`;
  return { url: `https://files.example.com/${file_name}`, content_type: "image/jpeg", file_name };
}

function contactSender({ id, name }: { id: string; name: string }): Sender {
  return { type: "contact", id, name };
}

function agentSender({ id, name }: { id: string; name: string }): Sender {
  return { type: "agent", id, name };
}

function at(minutes: number): string {
  return timestamp(new Date(START + minutes * MINUTE));
}

function padded(number: number, length = 9): string {
  return String(number).padStart(length, "0");
}

/** Round and round. */
function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}
