import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whom a message goes to, and how. */
export interface Recipient {
  readonly contactId: string;
  readonly channelId: string;
}

/**
 * Why free text cannot go to a customer now, in a sentence; undefined when it can. On WhatsApp it can for 24 hours after
 * the customer's latest message; later, a template opens the talk again (Messages, Send a message).
 *
 * Silent: what counts as a message. Any of this contact on this channel does, in whichever conversation. Silent: the
 * last moment. At exactly 24 hours, in the whole seconds that messages show, it still can.
 */
export async function freeTextRefusal(
  sql: Sql,
  { clock }: Pick<Services, "clock">,
  { contactId, channelId }: Recipient,
): Promise<string | undefined> {
  const channel = await sql.get<{ type: string }>(
    "SELECT type FROM sahut_channels WHERE id = ?",
    channelId,
  );
  if (channel?.type !== "whatsapp") return undefined;
  const heard = await sql.get(
    `SELECT m.id FROM sahut_conversations c JOIN sahut_messages m ON m.conversation_id = c.id
     WHERE c.contact_id = ? AND c.channel_id = ? AND m.type = 'incoming' AND m.created_at >= ?
     LIMIT 1`,
    contactId,
    channelId,
    timestamp(new Date(clock().getTime() - DAY_MS)),
  );
  if (heard !== undefined) return undefined;
  return "The customer has not written on this WhatsApp channel in the last 24 hours: send a template with template_id";
}
