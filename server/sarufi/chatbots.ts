import { randomBytes } from "node:crypto";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";
import {
  countChatbots,
  deleteChatbotRows,
  findChatbot,
  listChatbotRows,
  nameIsTaken,
  recountChatbots,
} from "./chatbot-rows.ts";
import { badCursor, pageOf, readCursor } from "./cursor.ts";
import { chatbotNotFound, detail } from "./errors.ts";

type Operations =
  | "listChatbots"
  | "createChatbot"
  | "getChatbot"
  | "updateChatbot"
  | "deleteChatbot";

const nameTaken = {
  status: 409,
  body: detail("Chatbot with this name already exists in workspace."),
} as const;

export function chatbots({ store, clock, newId }: Services): Pick<SarufiHandlers, Operations> {
  return {
    async listChatbots({ key, query }) {
      const after =
        query.cursor === undefined ? [] : readCursor(query.cursor, ["string", "string"]);
      if (after === undefined) return badCursor;
      const rows = await listChatbotRows(store, key.workspaceId, after, query.limit + 1);
      const { page, next_cursor } = pageOf(rows, query.limit, (row) => [row.created_at, row.id]);
      const items = page.map(({ id, name, description, is_active, created_at }) => ({
        id,
        name,
        description,
        is_active,
        created_at,
      }));
      const total = await countChatbots(store, key.workspaceId);
      return { status: 200, body: { items, next_cursor, total } };
    },

    createChatbot: ({ key, body }) =>
      store.transaction(async (sql) => {
        if (await nameIsTaken(sql, key.workspaceId, body.name)) return nameTaken;
        // Silent: whether description and category are null or absent when unset. They are null.
        const chatbot = {
          id: newId(),
          workspace_id: key.workspaceId,
          name: body.name,
          description: body.description ?? null,
          category: body.category ?? null,
          webhook_secret: `whsec_${randomBytes(16).toString("hex")}`,
          created_at: timestamp(clock()),
        };
        await sql.run(
          `INSERT INTO sarufi_chatbots (id, workspace_id, name, description, category,
             webhook_secret, created_at, is_active, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, 1, NULL)`,
          ...Object.values(chatbot),
        );
        await recountChatbots(sql, key.workspaceId, 1);
        return { status: 201, body: { ...chatbot, is_active: true, updated_at: null } };
      }),

    async getChatbot({ key, path }) {
      const chatbot = await findChatbot(store, key.workspaceId, path.chatbot_id);
      return chatbot === undefined ? chatbotNotFound : { status: 200, body: chatbot };
    },

    updateChatbot: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const before = await findChatbot(sql, key.workspaceId, path.chatbot_id);
        if (before === undefined) return chatbotNotFound;
        const {
          name = before.name,
          description = before.description,
          category = before.category,
        } = body;
        if (await nameIsTaken(sql, key.workspaceId, name, before.id)) return nameTaken;
        // Silent: a change of nothing. It leaves updated_at as it is.
        const changes = [body.name, body.description, body.category].some(
          (value) => value !== undefined,
        );
        const updated_at = changes ? timestamp(clock()) : before.updated_at;
        await sql.run(
          `UPDATE sarufi_chatbots SET name = ?, description = ?, category = ?, updated_at = ?
           WHERE id = ?`,
          name,
          description,
          category,
          updated_at,
          before.id,
        );
        return { status: 200, body: { ...before, name, description, category, updated_at } };
      }),

    deleteChatbot: ({ key, path }) =>
      store.transaction(async (sql) => {
        const chatbot = await findChatbot(sql, key.workspaceId, path.chatbot_id);
        if (chatbot === undefined) return chatbotNotFound;
        await deleteChatbotRows(sql, chatbot);
        return { status: 204 };
      }),
  };
}
