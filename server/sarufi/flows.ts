import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, flowNotFound } from "./errors.ts";
import { findFlow, listFlowRows } from "./flow-rows.ts";

type Operations = "listFlows" | "createFlow" | "getFlow" | "updateFlow" | "deleteFlow";

export function flows({ store, clock, newId }: Services): Pick<SarufiHandlers, Operations> {
  return {
    async listFlows({ key, path }) {
      if (!(await chatbotExists(store, key.workspaceId, path.chatbot_id))) return chatbotNotFound;
      const rows = await listFlowRows(store, path.chatbot_id);
      const items = rows.map(({ flow: _, updated_at: __, ...summary }) => summary);
      return { status: 200, body: { items, total: items.length } };
    },

    createFlow: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const { chatbot_id } = path;
        if (!(await chatbotExists(sql, key.workspaceId, chatbot_id))) return chatbotNotFound;
        // Silent: whether names are unique. They need not be.
        const { name, type, flow = {} } = body;
        const id = newId();
        const created_at = timestamp(clock());
        await sql.run(
          `INSERT INTO sarufi_flows (id, chatbot_id, name, type, status, definition, created_at)
           VALUES (?, ?, ?, ?, 'draft', ?, ?)`,
          id,
          chatbot_id,
          name,
          type,
          JSON.stringify(flow),
          created_at,
        );
        const times = { created_at, updated_at: null };
        return {
          status: 201,
          body: { id, chatbot_id, name, type, status: "draft", flow, ...times },
        };
      }),

    async getFlow({ key, path }) {
      const { chatbot_id, flow_id } = path;
      if (!(await chatbotExists(store, key.workspaceId, chatbot_id))) return chatbotNotFound;
      const flow = await findFlow(store, chatbot_id, flow_id);
      return flow === undefined ? flowNotFound : { status: 200, body: flow };
    },

    /** Silent: a published flow. What chats run by is the version that was published, until the next is. */
    updateFlow: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const { chatbot_id, flow_id } = path;
        if (!(await chatbotExists(sql, key.workspaceId, chatbot_id))) return chatbotNotFound;
        const before = await findFlow(sql, chatbot_id, flow_id);
        if (before === undefined) return flowNotFound;
        const { name = before.name, flow = before.flow } = body;
        const updated_at = timestamp(clock());
        await sql.run(
          "UPDATE sarufi_flows SET name = ?, definition = ?, updated_at = ? WHERE id = ?",
          name,
          JSON.stringify(flow),
          updated_at,
          flow_id,
        );
        return { status: 200, body: { ...before, name, flow, updated_at } };
      }),

    deleteFlow: ({ key, path }) =>
      store.transaction(async (sql) => {
        const { chatbot_id, flow_id } = path;
        if (!(await chatbotExists(sql, key.workspaceId, chatbot_id))) return chatbotNotFound;
        if ((await findFlow(sql, chatbot_id, flow_id)) === undefined) return flowNotFound;
        await closeChats(sql, flow_id, timestamp(clock()));
        await sql.run("DELETE FROM sarufi_versions WHERE flow_id = ?", flow_id);
        await sql.run("DELETE FROM sarufi_flows WHERE id = ?", flow_id);
        return { status: 204 };
      }),
  };
}

/** Silent: how chats by a deleted flow get no more answers. They are closed. */
async function closeChats(sql: Sql, flowId: string, now: string): Promise<void> {
  const versions = "(SELECT id FROM sarufi_versions WHERE flow_id = ?)";
  await sql.run(
    `UPDATE sarufi_conversations SET status = 'CLOSED', updated_at = ?
     WHERE id IN (SELECT conversation_id FROM sarufi_chats WHERE version_id IN ${versions})`,
    now,
    flowId,
  );
  await sql.run(
    `UPDATE sarufi_chats SET closed = 1, version_id = NULL WHERE version_id IN ${versions}`,
    flowId,
  );
}
