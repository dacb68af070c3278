import type { Faults } from "../faults.ts";
import type { Conversation, Message } from "./inbox.ts";

/** How times are written: to the millisecond. */
const stamp = (at: number, faults: Faults): string =>
  new Date(faults.has("local-time") ? at + 7 * 3_600_000 : at).toISOString();

/** A conversation as the API shows it; what there is not is left out. */
export const conversationShape =
  (faults: Faults) =>
  (each: Conversation): unknown => ({
    updated_at: stamp(each.updatedAt, faults),
    created_at: stamp(each.createdAt, faults),
    labels: each.labels,
    ...(each.assignee && { assignee: each.assignee }),
    ...(each.team && { team: each.team }),
    contact: each.contact,
    channel: each.channel,
    status: each.status,
    id: each.id,
    unread: 0,
  });

/** A message as the API shows it. */
export const messageShape =
  (faults: Faults) =>
  (each: Message): unknown => ({
    created_at: stamp(each.at, faults),
    attachments: each.files.map((file) => ({
      file_name: file,
      content_type: "image/jpeg",
      url: `https://files.example.com/${file}`,
      size: 1024,
    })),
    ...(each.sender && { sender: each.sender }),
    content: each.content,
    type: each.type,
    id: `${each.id}`,
    ...(each.private && { private: true }),
  });
