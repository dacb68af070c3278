/**
 * What sets a rule off: the events of the same name, but for `message.created`, which here is a customer's message
 * alone, or an automatic reply would answer itself.
 */
export type Trigger = "conversation.created" | "conversation.updated" | "message.created";

/** Those that are given must all hold; a rule without any always does. */
export interface Conditions {
  /** The conversation is on this channel. */
  readonly channel_id?: string;
  /** The customer's latest message in the conversation contains this, in either letter case. */
  readonly keyword?: string;
  /** The contact has this tag, as it is written. */
  readonly tag?: string;
}

export type Action =
  | { readonly type: "assign_agent"; readonly agent_id: string }
  | { readonly type: "assign_team"; readonly team_id: string }
  | { readonly type: "add_label"; readonly label: string }
  | { readonly type: "send_message"; readonly content: string }
  | { readonly type: "resolve" }
  /** No further rule of this happening is looked at; the rule's own actions are done to the end. */
  | { readonly type: "stop" };

/** An automation rule: Automation guide. There, too: the agent and the business hours as conditions, not known here. */
export interface Rule {
  readonly id: string;
  /** What people call it; its messages bear this name. */
  readonly name: string;
  readonly trigger: Trigger;
  readonly conditions: Conditions;
  /** Done from the first to the last. */
  readonly actions: readonly Action[];
}
