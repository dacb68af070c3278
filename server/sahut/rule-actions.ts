import type { ConversationChange } from "../../generated/sahut/types.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { addMessage } from "./add-message.ts";
import { changeConversation } from "./change.ts";
import { activity, outgoing } from "./compose.ts";
import { readConversation } from "./conversation-rows.ts";
import { addMessageRow } from "./message-rows.ts";
import { unknownReference } from "./references.ts";
import type { Action } from "./rule.ts";
import { freeTextRefusal } from "./whatsapp-window.ts";

/** Which rule acts, and on what. */
interface Doer {
  readonly workspaceId: string;
  readonly conversationId: string;
  readonly id: string;
  readonly name: string;
}

/**
 * Does one action of a rule. What cannot be done (an agent who is not there, a text that WhatsApp would refuse) is left
 * undone, and an activity says so: a rule never makes the request fail that set it off.
 */
export async function act(sql: Sql, services: Services, doer: Doer, action: Action): Promise<void> {
  switch (action.type) {
    case "assign_agent":
      return change(sql, services, doer, { assignee_id: action.agent_id });
    case "assign_team":
      return change(sql, services, doer, { team_id: action.team_id });
    case "add_label": {
      const { labels } = await readConversation(sql, doer.workspaceId, doer.conversationId);
      return change(sql, services, doer, { labels: [...labels, action.label] });
    }
    case "send_message":
      return say(sql, services, doer, action.content);
    case "resolve":
      return change(sql, services, doer, { status: "resolved" });
    case "stop":
      return;
  }
}

async function change(
  sql: Sql,
  services: Services,
  doer: Doer,
  body: ConversationChange,
): Promise<void> {
  const { assignee_id, team_id } = body;
  const unknown = await unknownReference(sql, doer.workspaceId, { assignee_id, team_id });
  if (unknown !== undefined) return leaveUndone(sql, services, doer, unknown);
  await changeConversation(sql, services, doer.workspaceId, doer.conversationId, body);
}

/** Silent: who sends it. It is a bot with the rule's id and name. */
async function say(sql: Sql, services: Services, doer: Doer, content: string): Promise<void> {
  const { workspaceId, conversationId, id, name } = doer;
  const { contact, channel } = await readConversation(sql, workspaceId, conversationId);
  const to = { contactId: contact.id, channelId: channel.id };
  const refusal = await freeTextRefusal(sql, services, to);
  if (refusal !== undefined) return leaveUndone(sql, services, doer, refusal);
  const message = outgoing(services, { id, label: name }, content);
  await addMessage(sql, services, workspaceId, conversationId, message);
}

async function leaveUndone(
  sql: Sql,
  services: Services,
  { conversationId, name }: Doer,
  reason: string,
): Promise<void> {
  const words = activity(services, `Rule "${name}" left undone: ${reason}`);
  await addMessageRow(sql, conversationId, words);
}
