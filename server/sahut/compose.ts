import type { ActivityMessage, Attachment, SpokenMessage } from "../../generated/sahut/types.ts";
import type { Key } from "../access/keys.ts";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";

/** A message sent with an API key, or by a rule. Silent: its sender. It is a bot with the key's id and label. */
export function outgoing(
  { clock, newId }: Services,
  bot: Pick<Key, "id" | "label">,
  content: string,
): SpokenMessage {
  return {
    id: `msg_${newId()}`,
    type: "outgoing",
    // The store keeps UTF-8, which has no half characters; what is answered is what is kept.
    content: content.toWellFormed(),
    sender: { type: "bot", id: bot.id, name: bot.label },
    attachments: [],
    created_at: timestamp(clock()),
  };
}

/** A message from a customer. */
export function incoming(
  { clock, newId }: Services,
  { id, name }: { readonly id: string; readonly name: string },
  content: string,
  attachments: readonly Attachment[],
): SpokenMessage {
  return {
    id: `msg_${newId()}`,
    type: "incoming",
    content: content.toWellFormed(),
    sender: { type: "contact", id, name },
    attachments: [...attachments],
    created_at: timestamp(clock()),
  };
}

/** A system event. Silent: its sender. Nobody says it, so there is none. */
export function activity({ clock, newId }: Services, content: string): ActivityMessage {
  return {
    id: `msg_${newId()}`,
    type: "activity",
    content,
    sender: null,
    attachments: [],
    created_at: timestamp(clock()),
  };
}
