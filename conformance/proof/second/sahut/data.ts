import {
  type Channel,
  type Contact,
  type Conversation,
  conversation,
  type Key,
  message,
  type Named,
  statuses,
  type Workspace,
} from "./inbox.ts";

/** What there is to know of the data from outside. */
export const sahutDemo = {
  key: "sk_live_second_business_9d27",
  readOnlyKey: "sk_live_second_reader_51c8",
  otherWorkspaceKey: "sk_live_second_stranger_7e03",
  starterKey: "sk_live_second_starter_c6f4",
  contactId: "1001",
  channelId: "21",
  agentIds: ["31", "32"],
  teamId: "41",
  templateId: "salam-pembuka",
} as const;

const byId = <Item extends Named>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const channels: readonly Channel[] = [
  { id: "21", type: "telegram", name: "Telegram Toko" },
  { id: "22", type: "whatsapp", name: "WhatsApp Toko" },
  { id: "23", type: "email", name: "Surat" },
  { id: "24", type: "instagram", name: "Instagram" },
];

const agents: readonly Named[] = [
  { id: "31", name: "Ayu Lestari" },
  { id: "32", name: "Made Wirawan" },
];

const names = ["Rina", "Joko", "Maya", "Agus", "Tuti", "Hadi", "Lina", "Eko", "Wati", "Dian"];
const contacts = names.map((name, i): Contact => {
  const contact = { id: `${1001 + i}`, name: `${name} Pratama` };
  return i % 3 === 2 ? contact : { ...contact, phone: `+62811000${100 + i}` };
});

/** A talk of each contact on each channel; the first contact's are all over. */
function talks(now: number): readonly Conversation[] {
  const minute = 60_000;
  return contacts.flatMap((contact, c) =>
    channels.map((channel, i) => {
      const createdAt = now - (1 + c * 4 + i) * 97 * minute;
      const talk = conversation({
        channel,
        contact,
        createdAt,
        status: c === 0 ? "resolved" : (statuses[(c + i) % 4] ?? "open"),
        assignee: agents[(c + i) % 3],
        labels: i % 2 === 0 ? ["pesanan"] : ["keluhan", "pesanan"],
        updatedAt: createdAt + 2 * minute,
      });
      const customer = { ...contact, type: "contact" } as const;
      const agent = { ...(agents[0] ?? contact), type: "agent" } as const;
      const say = { type: "incoming", sender: customer } as const;
      talk.messages.push(
        message({ ...say, content: "Apakah masih ada?", at: createdAt + 1000 }),
        message({ ...say, content: null, files: ["foto.jpg"], at: createdAt + 2000 }),
        message({ type: "outgoing", sender: agent, content: "Ada!", at: createdAt + minute }),
      );
      return talk;
    }),
  );
}

/** Two workspaces, the second one empty, and the keys to them. */
export function sahutKeys(now: number): ReadonlyMap<string, Key> {
  const [agent = { id: "31", name: "" }] = agents;
  const shop: Workspace = {
    conversations: new Map(talks(now).map((talk) => [talk.id, talk])),
    contacts: byId(contacts),
    channels: byId(channels),
    agents: byId(agents),
    teams: byId([{ id: "41", name: "Gudang" }]),
    templates: new Map([["salam-pembuka", "Halo {{customer_name}}, boleh kami bantu?"]]),
  };
  const nothing = new Map<string, never>();
  const other: Workspace = {
    conversations: new Map(),
    contacts: nothing,
    channels: nothing,
    agents: nothing,
    teams: nothing,
    templates: nothing,
  };
  const key = { workspace: shop, agent, mayWrite: true, perMinute: 1000 };
  return new Map<string, Key>([
    [sahutDemo.key, key],
    [sahutDemo.readOnlyKey, { ...key, mayWrite: false }],
    [sahutDemo.starterKey, { ...key, perMinute: 60 }],
    [sahutDemo.otherWorkspaceKey, { ...key, workspace: other }],
  ]);
}
