import type { InboundMessage } from "../../generated/control/types.ts";
import { receiveMessage } from "../sahut/inbound.ts";
import { snoozeUntil } from "../sahut/snoozes.ts";
import { countDeliveries, listDeliveries } from "../sahut/waiting-deliveries.ts";
import type { Sql } from "../store/store.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";
import { refusal } from "./errors.ts";

type Operations = "receiveMessage" | "snoozeConversation" | "listDeliveries";

const MOST_DELIVERIES = 1_000;

/** What happens to a Sahut inbox besides its API: customers write, agents snooze, webhooks wait. */
export function inbox({ services }: Bench): Pick<ControlHandlers, Operations> {
  const { store } = services;
  return {
    async receiveMessage({ body }) {
      const { channel_id: channelId, content, attachments = [] } = body;
      const from = senderOf(body.from);
      if (from === undefined) {
        return refusal(400, "from has a contact_id, or else phone, email and name");
      }
      return store.transaction(async (sql) => {
        const workspaceId = await workspaceOf(sql, "sahut_channels", channelId);
        if (workspaceId === undefined) return refusal(404, `There is no channel ${channelId}`);
        const message = { channelId, from, content, attachments };
        const received = await receiveMessage(sql, services, workspaceId, message);
        if ("refusal" in received) return refusal(400, `from: ${received.refusal}`);
        const { conversation, message: id, contact } = received;
        return {
          status: 201,
          body: { conversation_id: conversation, message_id: id, contact_id: contact },
        };
      });
    },

    async snoozeConversation({ path: { id }, body }) {
      const until = new Date(body.until);
      // A leap second has the format of a moment, and is none here.
      if (Number.isNaN(until.getTime())) return refusal(400, `until is no moment: ${body.until}`);
      return store.transaction(async (sql) => {
        const workspaceId = await workspaceOf(sql, "sahut_conversations", id);
        if (workspaceId === undefined) return refusal(404, `There is no conversation ${id}`);
        const refused = await snoozeUntil(sql, services, workspaceId, id, until);
        if (refused !== undefined) return refusal(400, refused);
        const now = await sql.get<{ status: string; snoozed_until: string | null }>(
          "SELECT status, snoozed_until FROM sahut_conversations WHERE id = ?",
          id,
        );
        const { status = "", snoozed_until = null } = now ?? {};
        return { status: 200, body: { conversation_id: id, status, snoozed_until } };
      });
    },

    async listDeliveries() {
      const [total, deliveries] = await Promise.all([
        countDeliveries(store),
        listDeliveries(store, MOST_DELIVERIES),
      ]);
      return { status: 200, body: { total, deliveries } };
    },
  };
}

/** Undefined when it names a contact and describes one as well. */
function senderOf({ contact_id: contactId, ...described }: InboundMessage["from"]) {
  if (contactId === undefined) return described;
  return Object.keys(described).length === 0 ? { contactId } : undefined;
}

/** No key says which workspace is meant; the ids of its resources do. */
async function workspaceOf(
  sql: Sql,
  table: "sahut_channels" | "sahut_conversations",
  id: string,
): Promise<string | undefined> {
  const statement = `SELECT workspace_id FROM ${table} WHERE id = ?`;
  return (await sql.get<{ workspace_id: string }>(statement, id))?.workspace_id;
}
