import type { Conversation } from "../../generated/sahut/types.ts";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SahutHandlers } from "./api.ts";
import { changeConversation } from "./change.ts";
import { outgoing } from "./compose.ts";
import { findConversation, listConversationRows } from "./conversation-rows.ts";
import { invalid, notFound } from "./errors.ts";
import { addMessageRow } from "./message-rows.ts";
import { messageText } from "./message-text.ts";
import { offset, pageMeta } from "./paging.ts";
import { unknownReference } from "./references.ts";

type Operations =
  | "listConversations"
  | "getConversation"
  | "createConversation"
  | "updateConversation";

export function conversations(services: Services): Pick<SahutHandlers, Operations> {
  const { store, clock, newId } = services;

  /** What has just been written, as a reader sees it. */
  async function read(sql: Sql, workspaceId: string, id: string): Promise<Conversation> {
    const conversation = await findConversation(sql, workspaceId, id);
    if (conversation === undefined) throw new Error(`${id} has been written and is not there.`);
    return conversation;
  }

  return {
    async listConversations({ key, query }) {
      const slice = { limit: query.per_page, offset: offset(query) };
      const page = await listConversationRows(store, key.workspaceId, query, slice);
      return {
        status: 200,
        body: { data: page.conversations, meta: pageMeta(page.total, query) },
      };
    },

    async getConversation({ key, path }) {
      const conversation = await findConversation(store, key.workspaceId, path.id);
      if (conversation === undefined) return notFound("Conversation");
      return { status: 200, body: { data: conversation } };
    },

    createConversation: ({ key, body }) =>
      store.transaction(async (sql) => {
        const { contact_id, channel_id, assignee_id } = body;
        const references = { contact_id, channel_id, assignee_id };
        const unknown = await unknownReference(sql, key.workspaceId, references);
        if (unknown !== undefined) return invalid(unknown);
        const said = body.message && (await messageText(sql, key.workspaceId, body.message));
        if (said !== undefined && "refusal" in said) return invalid(said.refusal);

        const id = `conv_${newId()}`;
        const now = timestamp(clock());
        // Silent: the first status, and whether one may be open already. It is open; it may.
        await sql.run(
          `INSERT INTO sahut_conversations (id, workspace_id, status, channel_id, contact_id,
             assignee_id, team_id, labels, created_at, updated_at)
           VALUES (?, ?, 'open', ?, ?, ?, NULL, '[]', ?, ?)`,
          id,
          key.workspaceId,
          channel_id,
          contact_id,
          assignee_id ?? null,
          now,
          now,
        );
        if (said !== undefined) await addMessageRow(sql, id, outgoing(services, key, said.text));
        // Silent: the success status. A conversation is created, so 201.
        return { status: 201, body: { data: await read(sql, key.workspaceId, id) } };
      }),

    updateConversation: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const before = await findConversation(sql, key.workspaceId, path.id);
        if (before === undefined) return notFound("Conversation");
        const { assignee_id, team_id } = body;
        const references = { assignee_id, team_id };
        const unknown = await unknownReference(sql, key.workspaceId, references);
        if (unknown !== undefined) return invalid(unknown);

        await changeConversation(sql, services, before.id, body);
        return { status: 200, body: { data: await read(sql, key.workspaceId, path.id) } };
      }),
  };
}
