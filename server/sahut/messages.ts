import type { Services } from "../services.ts";
import { addMessage } from "./add-message.ts";
import type { SahutHandlers } from "./api.ts";
import { outgoing } from "./compose.ts";
import { findConversation, findRecipient } from "./conversation-rows.ts";
import { invalid, notFound } from "./errors.ts";
import { listMessageRows } from "./message-rows.ts";
import { messageText } from "./message-text.ts";
import { offset, pageMeta } from "./paging.ts";

export function messages(services: Services): Pick<SahutHandlers, "listMessages" | "sendMessage"> {
  const { store } = services;
  return {
    async listMessages({ key, path, query }) {
      const conversation = await findConversation(store, key.workspaceId, path.conversation_id);
      if (conversation === undefined) return notFound("Conversation");
      const slice = { limit: query.per_page, offset: offset(query) };
      const { total, messages } = await listMessageRows(store, conversation.id, slice);
      return { status: 200, body: { data: messages, meta: pageMeta(total, query) } };
    },

    sendMessage: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const to = await findRecipient(sql, key.workspaceId, path.conversation_id);
        if (to === undefined) return notFound("Conversation");
        const said = await messageText(sql, services, key.workspaceId, {
          template_variables: {},
          ...body,
          ...(body.private ? {} : { to }),
        });
        if ("refusal" in said) return invalid(said.refusal);
        const message = outgoing(services, key, said.text);
        const { conversation_id: id } = path;
        const adding = { isPrivate: body.private, behind: to.messages };
        await addMessage(sql, services, key.workspaceId, id, message, adding);
        // Silent: the success status. A message is created, so 201.
        return { status: 201, body: { data: message } };
      }),
  };
}
