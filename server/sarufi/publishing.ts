import { timestamp } from "../clock.ts";
import type { Findings } from "../flow/finding.ts";
import { findingsOf } from "../flow/findings.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, detail, flowNotFound } from "./errors.ts";
import { findFlow } from "./flow-rows.ts";

type Operations = "validateFlow" | "publishFlow";
type Flow = NonNullable<Awaited<ReturnType<typeof findFlow>>>;

export function publishing({ store, clock, newId }: Services): Pick<SarufiHandlers, Operations> {
  return {
    async validateFlow({ key, path }) {
      const { chatbot_id, flow_id } = path;
      if (!(await chatbotExists(store, key.workspaceId, chatbot_id))) return chatbotNotFound;
      const flow = await findFlow(store, chatbot_id, flow_id);
      if (flow === undefined) return flowNotFound;
      const { errors, warnings } = findings(flow);
      return { status: 200, body: { valid: errors.length === 0, errors, warnings } };
    },

    publishFlow: ({ key, path }) =>
      store.transaction(async (sql) => {
        const { chatbot_id, flow_id } = path;
        if (!(await chatbotExists(sql, key.workspaceId, chatbot_id))) return chatbotNotFound;
        const flow = await findFlow(sql, chatbot_id, flow_id);
        if (flow === undefined) return flowNotFound;
        // Silent: how a flow with errors is refused.
        const [error] = findings(flow).errors;
        if (error !== undefined) return { status: 400, body: detail(error.message) };
        const published_at = timestamp(clock());
        await publish(sql, flow, newId(), published_at);
        return { status: 200, body: { id: flow_id, status: "published", published_at } };
      }),
  };
}

/** A `meta` flow is a form for WhatsApp, of which nothing is documented that could be wrong. */
function findings({ type, flow }: Flow): Findings {
  return type === "meta" ? { errors: [], warnings: [] } : findingsOf(flow);
}

/**
 * Keeps the definition as the version that new chats run by. Silent: what becomes of the flow that
 * was live, which is a draft again, and of running chats, which end with the version they began with.
 */
async function publish(sql: Sql, flow: Flow, versionId: string, at: string): Promise<void> {
  await sql.run(
    `UPDATE sarufi_flows SET status = 'draft'
     WHERE chatbot_id = ? AND type = ? AND status = 'published'`,
    flow.chatbot_id,
    flow.type,
  );
  await sql.run("UPDATE sarufi_flows SET status = 'published' WHERE id = ?", flow.id);
  await sql.run(
    "INSERT INTO sarufi_versions (id, flow_id, definition, published_at) VALUES (?, ?, ?, ?)",
    versionId,
    flow.id,
    JSON.stringify(flow.flow),
    at,
  );
}
