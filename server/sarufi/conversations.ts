import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { findConversation, listConversationRows } from "./conversation-rows.ts";
import { badCursor, pageOf, readCursor } from "./cursor.ts";
import { chatbotNotFound, detail } from "./errors.ts";
import { listMessageRows } from "./message-rows.ts";

type Operations = "listConversations" | "getConversation" | "listConversationMessages";

const notFound = { status: 404, body: detail("Conversation not found") } as const;

const noMoment = {
  status: 422,
  body: detail("start_time and end_time must be moments, such as 2024-03-15T08:30:00Z"),
} as const;

export function conversations({ store }: Services): Pick<SarufiHandlers, Operations> {
  return {
    async listConversations({ key, path, query }) {
      const { chatbot_id: chatbotId } = path;
      if (!(await chatbotExists(store, key.workspaceId, chatbotId))) return chatbotNotFound;
      const { cursor, limit, ...filter } = query;
      const after = cursor === undefined ? undefined : readCursor(cursor, ["string", "string"]);
      if (cursor !== undefined && after === undefined) return badCursor;
      const { start_time = "1970-01-01", end_time = start_time } = filter;
      // Silent: leap seconds, and offsets without minutes, which have the format of a moment.
      if (Number.isNaN(Date.parse(start_time) + Date.parse(end_time))) return noMoment;
      const rows = await listConversationRows(store, chatbotId, filter, after, limit + 1);
      const { page, next_cursor } = pageOf(rows, limit, (row) => [row.created_at, row.id]);
      // Silent: what is counted. The example fits the conversations of this page.
      return { status: 200, body: { count: page.length, conversations: page, next_cursor } };
    },

    async getConversation({ key, path }) {
      const { chatbot_id: chatbotId, conversation_id: id } = path;
      if (!(await chatbotExists(store, key.workspaceId, chatbotId))) return chatbotNotFound;
      const conversation = await findConversation(store, chatbotId, id);
      return conversation === undefined ? notFound : { status: 200, body: conversation };
    },

    async listConversationMessages({ key, path, query }) {
      const { chatbot_id: chatbotId, conversation_id: id } = path;
      if (!(await chatbotExists(store, key.workspaceId, chatbotId))) return chatbotNotFound;
      if ((await findConversation(store, chatbotId, id)) === undefined) return notFound;
      const after = query.cursor === undefined ? [] : readCursor(query.cursor, ["number"]);
      if (after === undefined) return badCursor;
      const rows = await listMessageRows(store, id, after, query.limit + 1);
      const { page, next_cursor } = pageOf(rows, query.limit, (row) => [row.position]);
      const messages = page.map(({ record }) => record);
      return { status: 200, body: { count: messages.length, messages, next_cursor } };
    },
  };
}
