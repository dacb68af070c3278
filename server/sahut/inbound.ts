import type { Attachment } from "../../generated/sahut/types.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { addMessage } from "./add-message.ts";
import { changeConversation } from "./change.ts";
import { incoming } from "./compose.ts";
import { unknownReference } from "./references.ts";
import type { Trigger } from "./rule.ts";
import { runRules } from "./rules.ts";
import { type From, senderOf } from "./senders.ts";
import { startConversation } from "./start-conversation.ts";

/** A message that a customer sends through a channel. */
export interface InboundMessage {
  readonly channelId: string;
  readonly from: From;
  /** Silent: the text of a message that only has files. It is empty. */
  readonly content: string;
  readonly attachments?: readonly Attachment[];
}

/** The ids of what the message has become part of, or why there is none. */
export type Received =
  | { readonly conversation: string; readonly message: string; readonly contact: string }
  | { readonly refusal: string };

/**
 * Takes a customer's message in: it makes a conversation or joins one, and is linked to the customer's profile (Concepts,
 * How they connect). A conversation that waits, sleeps or is resolved is open afterwards (Conversation concepts: a reply
 * to a resolved one opens it again; silent for the others).
 *
 * Events and rules follow one another: contact, conversation, message, reopening; then the rules.
 */
export async function receiveMessage(
  sql: Sql,
  services: Services,
  workspaceId: string,
  { channelId, from, content, attachments = [] }: InboundMessage,
): Promise<Received> {
  const unknown = await unknownReference(sql, workspaceId, { channel_id: channelId });
  if (unknown !== undefined) return { refusal: unknown };
  const sender = await senderOf(sql, services, workspaceId, from);
  if ("refusal" in sender) return sender;

  const pair = { contactId: sender.id, channelId };
  const found = await findThread(sql, workspaceId, pair);
  const id = found ?? (await startConversation(sql, services, workspaceId, pair));
  const message = incoming(services, sender, content, attachments);
  await addMessage(sql, services, workspaceId, id, message);
  const reopened =
    found !== undefined &&
    (await changeConversation(sql, services, workspaceId, id, { status: "open" }));

  const rules = (trigger: Trigger) => runRules(sql, services, workspaceId, trigger, id);
  if (found === undefined) await rules("conversation.created");
  if (reopened) await rules("conversation.updated");
  await rules("message.created");
  return { conversation: id, message: message.id, contact: sender.id };
}

/**
 * Silent: which conversation a message joins when there are several. One that is open or pending comes before one that is
 * snoozed or resolved; among those, the one that changed last.
 */
async function findThread(
  sql: Sql,
  workspaceId: string,
  { contactId, channelId }: { contactId: string; channelId: string },
): Promise<string | undefined> {
  const row = await sql.get<{ id: string }>(
    `SELECT id FROM sahut_conversations
     WHERE workspace_id = ? AND contact_id = ? AND channel_id = ?
     ORDER BY CASE WHEN status IN ('open', 'pending') THEN 0 ELSE 1 END, updated_at DESC, id DESC
     LIMIT 1`,
    workspaceId,
    contactId,
    channelId,
  );
  return row?.id;
}
