import { timestamp } from "../clock.ts";
import { exchangeRow } from "../sarufi/message-rows.ts";
import { insert } from "../seed-data/insert.ts";
import { fillSarufi } from "../seed-data/sarufi.ts";
import type { Sql } from "../store/store.ts";

/** A workspace of Sarufi that is loaded: everything in it has the seed in its id. */
export interface SarufiLoad {
  readonly workspaceId: string;
  readonly key: string;
  readonly chatbotId: string;
  readonly seed: number;
  /** When its chat sessions have begun; they are live for half an hour. */
  readonly end: Date;
}

export function sarufiLoad(seed: number, end: Date): SarufiLoad {
  return {
    workspaceId: `load-${seed}`,
    key: `sk-load-${seed}`,
    chatbotId: `load-bot-${seed}`,
    seed,
    end,
  };
}

/** The workspace itself: key, and a chatbot that greets and repeats itself. */
export async function fillWorkspace(sql: Sql, load: SarufiLoad): Promise<void> {
  const { workspaceId, key, chatbotId, end } = load;
  const flow = { hello: { message: "Karibu!", transitions: { default: "hello" } } };
  const chatbot = { id: chatbotId, name: "Load", flows: [{ id: flowOf(load), flow }] };
  const workspace = { id: workspaceId, keys: [{ key, id: `key-${key}` }], chatbots: [chatbot] };
  await fillSarufi(sql, workspace, { start: end, newId: () => "load" });
}

/** Some of its chat sessions, from one place up to another: open, and greeted. */
export async function fillChats(
  sql: Sql,
  load: SarufiLoad,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const at = timestamp(load.end);
  const ids = Array.from({ length: to - from }, (_, index) => chatId(load, from + index));
  await insert(
    sql,
    "sarufi_conversations",
    ids.map((id) => ({
      id,
      chatbot_id: load.chatbotId,
      channel: "api",
      status: "ACTIVE",
      unread_count: 0,
      created_at: at,
      last_message_id: `${id}-1`,
      last_message_at: at,
      last_message_preview: "Karibu!",
    })),
  );
  await insert(
    sql,
    "sarufi_chats",
    ids.map((id) => ({
      conversation_id: id,
      version_id: flowOf(load),
      state: "hello",
      closed: 0,
      active_at: load.end.toISOString(),
    })),
  );
  const answer = [{ type: "text" as const, text: "Karibu!" }];
  await insert(
    sql,
    "sarufi_messages",
    ids.map((conversationId) => ({
      position: 1,
      ...exchangeRow({ id: `${conversationId}-1`, conversationId, answer, at }),
    })),
  );
}

const flowOf = ({ seed }: SarufiLoad) => `load-flow-${seed}`;

/** In the order of their making, also as text. */
export const chatId = ({ seed }: Pick<SarufiLoad, "seed">, place: number) =>
  `load-${seed}-${String(place).padStart(9, "0")}`;
