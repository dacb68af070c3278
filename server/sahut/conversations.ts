import type { Services } from "../services.ts";
import { addMessage } from "./add-message.ts";
import type { SahutHandlers } from "./api.ts";
import { changeConversation } from "./change.ts";
import { outgoing } from "./compose.ts";
import { findConversation, listConversationRows, readConversation } from "./conversation-rows.ts";
import { invalid, notFound } from "./errors.ts";
import { messageText } from "./message-text.ts";
import { offset, pageMeta } from "./paging.ts";
import { unknownReference } from "./references.ts";
import { runRules } from "./rules.ts";
import { startConversation } from "./start-conversation.ts";

type Operations =
  | "listConversations"
  | "getConversation"
  | "createConversation"
  | "updateConversation";

export function conversations(services: Services): Pick<SahutHandlers, Operations> {
  const { store } = services;
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
        const to = { contactId: contact_id, channelId: channel_id };
        const said =
          body.message &&
          (await messageText(sql, services, key.workspaceId, { ...body.message, to }));
        if (said !== undefined && "refusal" in said) return invalid(said.refusal);

        const start = { ...to, assigneeId: assignee_id };
        const id = await startConversation(sql, services, key.workspaceId, start);
        if (said !== undefined) {
          const message = outgoing(services, key, said.text);
          await addMessage(sql, services, key.workspaceId, id, message);
        }
        await runRules(sql, services, key.workspaceId, "conversation.created", id);
        // Silent: the success status. A conversation is created, so 201.
        return { status: 201, body: { data: await readConversation(sql, key.workspaceId, id) } };
      }),

    updateConversation: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const before = await findConversation(sql, key.workspaceId, path.id);
        if (before === undefined) return notFound("Conversation");
        const { assignee_id, team_id } = body;
        const references = { assignee_id, team_id };
        const unknown = await unknownReference(sql, key.workspaceId, references);
        if (unknown !== undefined) return invalid(unknown);

        const told = await changeConversation(sql, services, key.workspaceId, before.id, body);
        if (told) {
          await runRules(sql, services, key.workspaceId, "conversation.updated", before.id);
        }
        const after = await readConversation(sql, key.workspaceId, before.id);
        return { status: 200, body: { data: after } };
      }),
  };
}
