import { timestamp } from "../clock.ts";
import { countNewContacts, searchText } from "../sahut/contact-rows.ts";
import { recount } from "../sahut/conversation-totals.ts";
import { insert } from "../seed-data/insert.ts";
import { fillSahut } from "../seed-data/sahut.ts";
import type { Sql, Value } from "../store/store.ts";
import { below, oneOf, type Random, randomOf } from "./random.ts";

const CHANNELS = ["whatsapp", "instagram", "live_chat", "email", "telegram"];
const AGENTS = 20;
/** Who writes, writes about four times. */
const CONVERSATIONS_A_CONTACT = 4;
/** Of so many who came last, each is as likely to write. */
const REGULARS = 1_000;
const SECONDS_BETWEEN = 30;

const FIRST_NAMES = [
  "Budi",
  "Siti",
  "Agus",
  "Ayu",
  "Dewi",
  "Eko",
  "Fitri",
  "Hana",
  "Indra",
  "Putri",
];
const LAST_NAMES = ["Santoso", "Rahma", "Salim", "Lestari", "Nugroho", "Prasetyo", "Wulandari"];
const TEXTS = [
  "Halo, apakah pesanan saya sudah dikirim?",
  "Berapa harga produk ini?",
  "Terima kasih, sudah sampai.",
  "Apakah bisa dikirim hari ini?",
];

/** A workspace of Sahut that is loaded: everything in it has the seed in its id. */
export interface SahutLoad {
  readonly workspaceId: string;
  readonly key: string;
  readonly channelIds: readonly string[];
  readonly agentIds: readonly string[];
  /** How many conversations it gets. */
  readonly conversations: number;
  readonly seed: number;
  /** When the last one has changed; the others 30 seconds apart before it. */
  readonly end: Date;
}

export function sahutLoad(conversations: number, seed: number, end: Date): SahutLoad {
  return {
    workspaceId: `ws_load_${seed}`,
    key: `sk_live_load_${seed}`,
    channelIds: CHANNELS.map((type) => `ch_load_${seed}_${type}`),
    agentIds: Array.from({ length: AGENTS }, (_, place) => `usr_load_${seed}_${place + 1}`),
    conversations,
    seed,
    end,
  };
}

/** The workspace itself: key, channels and agents. */
export async function fillWorkspace(sql: Sql, load: SahutLoad): Promise<void> {
  const { workspaceId, key, channelIds, agentIds, seed, end } = load;
  const workspace = {
    id: workspaceId,
    keys: [{ key, id: `bot_load_${seed}`, label: "Load" }],
    channels: CHANNELS.map((type, place) => ({ id: channelIds[place] ?? "", type, name: type })),
    agents: agentIds.map((id, place) => ({ id, name: nameOf(place) })),
  };
  await fillSahut(sql, workspace, { start: end, newId: () => "" });
}

/**
 * Some of its conversations, from one place up to another, the earliest change first, with their contacts and one to
 * three messages each. Gives how many messages they have. Places follow one another from call to call.
 */
export async function fillConversations(
  sql: Sql,
  load: SahutLoad,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number> {
  // Each part by itself: a transaction may be run again.
  const random = randomOf(load.seed * 1_000_003 + from);
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  const newContacts = places.filter((place) => place % CONVERSATIONS_A_CONTACT === 0);
  await insert(
    sql,
    "sahut_contacts",
    newContacts.map((place) => contactRow(load, place / CONVERSATIONS_A_CONTACT)),
  );
  const made = places.map((place) => conversation(load, random, place));
  await insert(
    sql,
    "sahut_conversations",
    made.map(({ row }) => row),
  );
  const messages = made.flatMap(({ messages }) => messages);
  await insert(sql, "sahut_messages", messages);
  await countNewContacts(sql, load.workspaceId, newContacts.length);
  await recount(
    sql,
    load.workspaceId,
    made.map(({ row }) => ({ after: row })),
  );
  return messages.length;
}

/** How many contacts so many conversations come with. */
export const contactsOf = (conversations: number) =>
  Math.ceil(conversations / CONVERSATIONS_A_CONTACT);

function contactRow({ workspaceId, seed, end, conversations }: SahutLoad, place: number) {
  const name = nameOf(place);
  const phone = `+62${800_000_000 + place}`;
  const email = `${name.toLowerCase().replace(" ", ".")}.${place}@example.com`;
  return {
    id: contactId(seed, place),
    workspace_id: workspaceId,
    name,
    phone,
    email,
    tags: place % 10 === 0 ? '["vip"]' : "[]",
    search: searchText({ name, phone, email }),
    created_at: momentOf({ end, conversations }, place * CONVERSATIONS_A_CONTACT),
  };
}

function conversation(load: SahutLoad, random: Random, place: number) {
  const { workspaceId, seed, channelIds, agentIds } = load;
  const newest = Math.floor(place / CONVERSATIONS_A_CONTACT);
  const contact = newest - below(random, Math.min(newest + 1, REGULARS));
  const agent = random() < 0.3 ? undefined : below(random, AGENTS);
  const id = `conv_load_${seed}_${number(place)}`;
  const at = momentOf(load, place);
  const count = oneOf(random, 1, 2, 3);
  const messages = Array.from({ length: count }, (_, index): Record<string, Value> => {
    const answers = index > 0 && agent !== undefined;
    return {
      id: `msg_load_${seed}_${number(place)}_${index + 1}`,
      conversation_id: id,
      position: index + 1,
      type: answers ? "outgoing" : "incoming",
      content: TEXTS[below(random, TEXTS.length)] ?? "",
      sender_type: answers ? "agent" : "contact",
      sender_id: answers ? (agentIds[agent] ?? "") : contactId(seed, contact),
      sender_name: nameOf(answers ? agent : contact),
      attachments: "[]",
      private: 0,
      created_at: at,
    };
  });
  const row = {
    id,
    workspace_id: workspaceId,
    status: oneOf(random, "resolved", "open", "pending", "snoozed"),
    channel_id: oneOf(random, channelIds[0] ?? "", ...channelIds.slice(1)),
    contact_id: contactId(seed, contact),
    assignee_id: agent === undefined ? null : (agentIds[agent] ?? null),
    labels: "[]",
    messages: count,
    created_at: at,
    updated_at: at,
  };
  return { row, messages };
}

/** In the order of their making, also as text. */
const number = (place: number) => String(place).padStart(9, "0");
const contactId = (seed: number, place: number) => `ct_load_${seed}_${number(place)}`;

function nameOf(place: number): string {
  const last = Math.floor(place / FIRST_NAMES.length) % LAST_NAMES.length;
  return `${FIRST_NAMES[place % FIRST_NAMES.length]} ${LAST_NAMES[last]}`;
}

function momentOf({ end, conversations }: Pick<SahutLoad, "end" | "conversations">, place: number) {
  return timestamp(new Date(end.getTime() - (conversations - 1 - place) * SECONDS_BETWEEN * 1000));
}
