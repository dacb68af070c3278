import type {
  Contact,
  Rule,
  SahutConversation,
  SahutMessage,
  SahutWorkspace,
} from "../../generated/seed-data.ts";
import { addKey } from "../access/keys.ts";
import { timestamp } from "../clock.ts";
import { countNewContacts, searchText } from "../sahut/contact-rows.ts";
import { recount } from "../sahut/conversation-totals.ts";
import type { Action, Conditions, Trigger } from "../sahut/rule.ts";
import type { Sql, Value } from "../store/store.ts";
import type { Filling } from "./fill.ts";
import { insert } from "./insert.ts";
import { momentOf } from "./moment.ts";

type Row = Record<string, Value>;

/** Puts one workspace of Sahut into the store. */
export async function fillSahut(
  sql: Sql,
  workspace: SahutWorkspace,
  filling: Filling,
): Promise<void> {
  const {
    id: workspace_id,
    channels = [],
    agents = [],
    teams = [],
    conversations = [],
  } = workspace;
  for (const { key, id, label = "API", plan = "business", read_only = false } of workspace.keys) {
    const about = { id: id ?? `bot_${filling.newId()}`, label, plan, readOnly: read_only };
    await addKey(sql, "sahut", key, { ...about, workspaceId: workspace_id });
  }
  const here = <Item extends object>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, workspace_id }));
  await insert(sql, "sahut_channels", here(channels));
  await insert(sql, "sahut_agents", here(agents));
  await insert(sql, "sahut_teams", here(teams));
  await insert(
    sql,
    "sahut_templates",
    here(workspace.templates ?? []).map((row) => ({ status: "approved", ...row })),
  );
  const contacts = (workspace.contacts ?? []).map((each) => contactRow(each, filling));
  await insert(sql, "sahut_contacts", here(contacts));
  await countNewContacts(sql, workspace_id, contacts.length);
  await insert(sql, "sahut_rules", here(rules(workspace, filling)));
  const rows = conversations.map((each) => conversationRow(each, filling));
  await insert(sql, "sahut_conversations", here(rows));
  await recount(
    sql,
    workspace_id,
    rows.map((after) => ({ after })),
  );
  const talk = conversations.flatMap((each, index) =>
    (each.messages ?? []).map((message, place) => ({
      conversation_id: rows[index]?.id ?? "",
      position: place + 1,
      ...messageRow(message, each, workspace, filling),
    })),
  );
  await insert(sql, "sahut_messages", talk);
}

function contactRow(contact: Contact, { start }: Filling): Row {
  const { id, name, phone = null, email = null, company = null, tags = [] } = contact;
  return {
    id,
    name,
    phone,
    email,
    company,
    tags: JSON.stringify(tags),
    custom_attributes: JSON.stringify(contact.custom_attributes ?? {}),
    search: searchText({ name, phone, email }),
    created_at: timestamp(momentOf(contact.created_at, start)),
  };
}

function rules({ rules: given = [] }: SahutWorkspace, { newId }: Filling): Row[] {
  return given.map(({ name, on, when = {}, then }, index) => ({
    id: `rule_${newId()}`,
    position: index + 1,
    name,
    happening: on satisfies Trigger,
    conditions: JSON.stringify(conditionsOf(when)),
    actions: JSON.stringify(then.flatMap(actionsOf)),
  }));
}

function conditionsOf({ channel, contains, tag }: NonNullable<Rule["when"]>): Conditions {
  return {
    ...(channel === undefined ? {} : { channel_id: channel }),
    ...(contains === undefined ? {} : { keyword: contains }),
    ...(tag === undefined ? {} : { tag }),
  };
}

/** The schema lets one member of these through. */
function actionsOf({ assign_agent, assign_team, ...other }: Rule["then"][number]): Action[] {
  const { add_label, send_message, resolve, stop } = other;
  if (assign_agent !== undefined) return [{ type: "assign_agent", agent_id: assign_agent }];
  if (assign_team !== undefined) return [{ type: "assign_team", team_id: assign_team }];
  if (add_label !== undefined) return [{ type: "add_label", label: add_label }];
  if (send_message !== undefined) return [{ type: "send_message", content: send_message }];
  return [
    ...(resolve ? [{ type: "resolve" } as const] : []),
    ...(stop ? [{ type: "stop" } as const] : []),
  ];
}

function conversationRow(conversation: SahutConversation, { start, newId }: Filling) {
  const {
    id = `conv_${newId()}`,
    created_at,
    updated_at = created_at,
    snoozed_until,
  } = conversation;
  return {
    id,
    status: conversation.status ?? "open",
    channel_id: conversation.channel,
    contact_id: conversation.contact,
    assignee_id: conversation.assignee ?? null,
    team_id: conversation.team ?? null,
    labels: JSON.stringify(conversation.labels ?? []),
    messages: conversation.messages?.length ?? 0,
    snoozed_until:
      snoozed_until === undefined ? null : momentOf(snoozed_until, start).toISOString(),
    created_at: timestamp(momentOf(created_at, start)),
    updated_at: timestamp(momentOf(updated_at, start)),
  };
}

function messageRow(
  { id, from, text, at, attachments = [], ...rest }: SahutMessage,
  { contact }: SahutConversation,
  workspace: SahutWorkspace,
  { start, newId }: Filling,
): Row {
  const sender = senderOf(from === "contact" ? contact : from, workspace);
  return {
    id: id ?? `msg_${newId()}`,
    type: from === "activity" ? "activity" : from === "contact" ? "incoming" : "outgoing",
    content: text ?? null,
    ...sender,
    attachments: JSON.stringify(attachments),
    private: rest.private === true ? 1 : 0,
    created_at: timestamp(momentOf(at, start)),
  };
}

/** Of an activity nobody is the sender. */
function senderOf(id: string, { contacts = [], agents = [], bots = [] }: SahutWorkspace): Row {
  const kinds = { contact: contacts, agent: agents, bot: bots };
  for (const [sender_type, people] of Object.entries(kinds)) {
    const person = people.find((each) => each.id === id);
    if (person !== undefined) return { sender_type, sender_id: id, sender_name: person.name };
  }
  return { sender_type: null, sender_id: null, sender_name: null };
}
