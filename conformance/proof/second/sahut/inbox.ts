import { randomUUID } from "node:crypto";

export const statuses = ["open", "pending", "resolved", "snoozed"] as const;
export type Status = (typeof statuses)[number];

/** Somebody or something with a name: an agent, a team. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Channel extends Named {
  readonly type: "whatsapp" | "telegram" | "instagram" | "email";
}

export interface Contact extends Named {
  readonly phone?: string;
}

export interface Message {
  readonly id: number;
  readonly type: "incoming" | "outgoing" | "activity";
  readonly content: string | null;
  /** Nobody, where something happened by itself. */
  readonly sender?: Named & { readonly type: "contact" | "agent" };
  readonly files: readonly string[];
  /** Seen by the team alone, and not in this API. */
  readonly private: boolean;
  /** Milliseconds since 1970, as are all times here. */
  readonly at: number;
}

export interface Conversation {
  readonly id: string;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly createdAt: number;
  status: Status;
  assignee: Named | undefined;
  team: Named | undefined;
  labels: readonly string[];
  updatedAt: number;
  messages: Message[];
}

/** One team's inbox, with all that there is beside conversations. */
export interface Workspace {
  readonly conversations: Map<string, Conversation>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly agents: ReadonlyMap<string, Named>;
  readonly teams: ReadonlyMap<string, Named>;
  /** Texts with `{{variables}}`, by id. */
  readonly templates: ReadonlyMap<string, string>;
}

/** What an API key stands for. */
export interface Key {
  readonly workspace: Workspace;
  /** In whose name it speaks. */
  readonly agent: Named;
  readonly mayWrite: boolean;
  readonly perMinute: number;
}

let messages = 40_000;

/** A message of now, with the next number. */
export function message(
  given: Pick<Message, "type" | "content" | "at"> & Partial<Message>,
): Message {
  messages += 1;
  return { id: messages, files: [], private: false, ...given };
}

/** A conversation that begins now, which is written down as the first thing that happened in it. */
export function conversation(
  given: Pick<Conversation, "channel" | "contact" | "createdAt"> & Partial<Conversation>,
): Conversation {
  const { createdAt: at, channel } = given;
  return {
    id: randomUUID(),
    status: "open",
    assignee: undefined,
    team: undefined,
    labels: [],
    updatedAt: at,
    messages: [message({ type: "activity", content: `Percakapan dimulai di ${channel.name}`, at })],
    ...given,
  };
}
