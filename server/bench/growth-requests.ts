import { chatId } from "../load/sarufi.ts";
import type { Asked } from "./client.ts";
import type { GrowthData } from "./growth-data.ts";

/** A kind of request whose time must not grow with the data, or is known to. */
export interface Kind {
  readonly name: string;
  /** The fewest conversations that it makes sense with. Default: any. */
  readonly from?: number;
  /** How many times a round. Default 30. */
  readonly times?: number;
  /** Whether it reads more when there is more, as its kind of list must. Default false. */
  readonly grows?: boolean;
  /** The request, for the nth time. */
  ask(data: GrowthData, nth: number): Asked;
  /** What is written before it, unmeasured, so that no answer is one that is remembered. */
  before(data: GrowthData, nth: number): Asked;
}

const SAHUT = "/v1";
const SARUFI = "/api/dev/v1";

/** Somewhere in the data, evenly, and elsewhere each time. */
const somewhere = ({ size }: GrowthData, nth: number) => (nth * 7919) % size;
const conversationId = (data: GrowthData, nth: number) =>
  `conv_load_${data.sahut.seed}_${String(somewhere(data, nth)).padStart(9, "0")}`;
const keyOf = ({ keys }: GrowthData, nth: number) => keys[nth % keys.length] ?? "";

type About = Pick<Kind, "name"> & Partial<Pick<Kind, "from" | "times" | "grows">>;

function sahut(about: About, path: (data: GrowthData, nth: number) => string): Kind {
  return {
    ...about,
    ask: (data, nth) => ({
      method: "GET",
      path: `${SAHUT}${path(data, nth)}`,
      key: keyOf(data, nth),
    }),
    before: (data, nth) => ({
      method: "PATCH",
      path: `${SAHUT}/conversations/${conversationId(data, nth + 1)}`,
      key: keyOf(data, nth),
      body: { labels: [`n${Date.now()}`] },
    }),
  };
}

function contacts(about: About, query: string): Kind {
  return {
    ...sahut(about, () => `/contacts${query}`),
    before: (data, nth) => ({
      method: "POST",
      path: `${SAHUT}/contacts`,
      key: keyOf(data, nth),
      body: { name: "Bench" },
    }),
  };
}

function sarufi(about: About, path: (data: GrowthData, nth: number) => string): Kind {
  return {
    ...about,
    ask: (data, nth) => ({
      method: "GET",
      path: `${SARUFI}${path(data, nth)}`,
      key: data.sarufi.key,
    }),
    before: (data, nth) =>
      about.name.includes("chatbots")
        ? {
            method: "POST",
            path: `${SARUFI}/chatbots`,
            key: data.sarufi.key,
            body: { name: `Bot ${nth} of ${Date.now()}` },
          }
        : {
            method: "POST",
            path: `${SARUFI}/chatbots/${data.sarufi.chatbotId}/chat/sessions`,
            key: data.sarufi.key,
          },
  };
}

/** Sarufi's workspaces have 1,800 writes an hour. */
const FEW = 15;
const cursor = (...key: readonly string[]) =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

const list = "/conversations?per_page=25";
const channel = ({ sahut }: GrowthData) => `channel_id=${sahut.channelIds[1]}`;
const agent = ({ sahut }: GrowthData) => `assignee_id=${sahut.agentIds[3]}`;

export const kinds: readonly Kind[] = [
  sahut(
    { name: "get a conversation" },
    (data, nth) => `/conversations/${conversationId(data, nth)}`,
  ),
  sahut(
    { name: "its messages" },
    (data, nth) => `/conversations/${conversationId(data, nth)}/messages`,
  ),
  sahut({ name: "list, first page" }, () => list),
  sahut({ name: "status" }, () => `${list}&status=open`),
  sahut({ name: "status, the rarest" }, () => `${list}&status=snoozed`),
  sahut({ name: "channel_id" }, (data) => `${list}&${channel(data)}`),
  sahut({ name: "assignee_id" }, (data) => `${list}&${agent(data)}`),
  sahut({ name: "unassigned" }, () => `${list}&assignee_id=unassigned`),
  sahut({ name: "status + channel_id" }, (data) => `${list}&status=open&${channel(data)}`),
  sahut({ name: "status + unassigned" }, () => `${list}&status=open&assignee_id=unassigned`),
  sahut({ name: "channel_id + assignee_id" }, (data) => `${list}&${channel(data)}&${agent(data)}`),
  sahut({ name: "all three" }, (data) => `${list}&status=open&${channel(data)}&${agent(data)}`),
  sahut({ name: "none found" }, () => `${list}&channel_id=ch_none`),
  contacts({ name: "contacts, first page" }, ""),
  sarufi(
    { name: "Sarufi: conversations", times: FEW },
    ({ sarufi }) => `/chatbots/${sarufi.chatbotId}/conversations?limit=25`,
  ),
  sarufi(
    { name: "Sarufi: conversations, status + channel", times: FEW },
    ({ sarufi }) =>
      `/chatbots/${sarufi.chatbotId}/conversations?limit=25&status=ACTIVE&channel=api`,
  ),
  sarufi({ name: "Sarufi: conversations, from the middle on", times: FEW }, ({ sarufi, size }) => {
    const middle = chatId(sarufi, Math.floor(Math.min(size, 100_000) / 2));
    const after = cursor(
      new Date(Date.now() + 1000).toISOString().slice(0, 19).concat("Z"),
      middle,
    );
    return `/chatbots/${sarufi.chatbotId}/conversations?limit=25&cursor=${after}`;
  }),
  sarufi({ name: "Sarufi: chatbots, with their total", times: FEW }, () => "/chatbots?limit=25"),
  sahut({ name: "list, page 1,000", from: 100_000, grows: true }, () => `${list}&page=1000`),
  sahut(
    { name: "status, page 1,000", from: 1_000_000, grows: true },
    () => `${list}&status=resolved&page=1000`,
  ),
  sahut(
    { name: "list, page 10,000", from: 1_000_000, grows: true, times: 8 },
    () => `${list}&page=10000`,
  ),
  sahut(
    { name: "list, page 40,000, the last", from: 1_000_000, grows: true, times: 4 },
    () => `${list}&page=40000`,
  ),
  contacts({ name: "contacts, page 1,000", from: 1_000_000, grows: true }, "?page=1000"),
  contacts({ name: "contacts, q", grows: true, times: 4 }, "?q=santoso"),
  contacts({ name: "contacts, tag", grows: true, times: 4 }, "?tag=vip"),
];
