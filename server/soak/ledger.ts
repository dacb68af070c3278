import type {
  Contact,
  Conversation,
  CreatedWebhook,
  Message,
} from "../../generated/sahut/types.ts";
import type { BotReply, ChatSession } from "../../generated/sarufi/types.ts";

/** A conversation as its writer knows it. It writes nothing more there once an answer has not come. */
export interface ConversationNote {
  readonly first: string;
  /** As it was last answered. */
  told: Conversation;
  /** How often it was changed: its label says so, too. */
  steps: number;
  readonly messages: Message[];
  /** What was sent, and not answered: it may have happened. */
  maybe?: { readonly message: string } | { readonly step: number };
}

export interface ContactNote {
  told: Contact;
  maybe?: { readonly company: string };
}

export interface ChatNote {
  readonly session: ChatSession;
  readonly turns: { readonly said: string; readonly reply: BotReply }[];
  readonly maybe: string[];
}

/** What one writer was answered in one round. */
export interface Ledger {
  readonly conversations: ConversationNote[];
  readonly contacts: ContactNote[];
  readonly chats: ChatNote[];
  readonly webhooks: CreatedWebhook[];
  /** Writes that were answered with success. */
  acknowledged: number;
  /** Writes without an answer. */
  unanswered: number;
  /** Answers that no client should get. */
  readonly failures: string[];
}

export function emptyLedger(): Ledger {
  return {
    conversations: [],
    contacts: [],
    chats: [],
    webhooks: [],
    acknowledged: 0,
    unanswered: 0,
    failures: [],
  };
}
