import type { Faults } from "../faults.ts";
import { checkKinds, found, isMembers, isText, textOf } from "./fields.ts";
import { type Conversation, type Message, message } from "./inbox.ts";
import { paged, pageOf } from "./pages.ts";
import { refuseIf } from "./refusal.ts";
import { conversationOf, type Scene } from "./scene.ts";
import { messageShape } from "./shapes.ts";

/** The talk of a conversation, or with a fault all that was ever said to its contact. */
const saidIn = ({ key, faults }: Scene, it: Conversation): readonly Message[] =>
  faults.has("messages-by-contact")
    ? [...key.workspace.conversations.values()]
        .filter(({ contact }) => contact === it.contact)
        .flatMap(({ messages }) => messages)
    : it.messages;

/** GET /conversations/{conversation_id}/messages: without private notes; of one instant, the latest first. */
export function listMessages(scene: Scene, id: string): unknown {
  const { query, faults } = scene;
  checkKinds(new Map(query), { page: isText, per_page: isText });
  const direction = faults.has("latest-first") ? -1 : 1;
  const listed = saidIn(scene, conversationOf(scene, id))
    .filter((each) => !each.private)
    .toSorted((a, b) => (a.at - b.at) * direction || b.id - a.id);
  return paged(listed, pageOf(query, 50, faults), messageShape(faults), faults);
}

/** POST /conversations/{conversation_id}/messages: the conversation waits for the customer then. */
export function sendMessage(scene: Scene, id: string): unknown {
  const it = conversationOf(scene, id);
  const { key, members, now: at, faults } = scene;
  const content = members.get("content");
  const sender = { ...key.agent, type: "agent" } as const;
  if (isText(content) && faults.has("sent-before-checked"))
    it.messages.push(message({ type: "outgoing", content, sender, at }));
  const said = newMessage(scene, it);
  const taken = !faults.has("three-bytes-a-character") || !/[^\0-\uffff]/u.test(said.content ?? "");
  if (taken) it.messages.push(said);
  if (!said.private) it.status = "pending";
  return { data: messageShape(faults)(said) };
}

/** A message from what a body says, sent by nobody yet. A template is worth more than a text beside it. */
export function newMessage({ key, members, now, faults }: Scene, it: Conversation): Message {
  checkKinds(members, {
    content: isText,
    template_id: isText,
    template_variables: isMembers,
    private: (value) => typeof value === "boolean",
  });
  const sender = { ...key.agent, type: "agent" } as const;
  const hidden = members.get("private") === true;
  const template = textOf(members, "template_id");
  if (template !== undefined) {
    if (!faults.has("templates-on-trust")) found(key.workspace.templates, template, "Templat");
    if (it.channel.type !== "whatsapp" && !faults.has("templates-on-trust"))
      refuseIf([["template_id", "hanya untuk WhatsApp"]]);
    return message({ type: "outgoing", content: null, sender, private: hidden, at: now });
  }
  const content = textOf(members, "content")?.trim() ?? "";
  if (content === "") refuseIf([["content", "wajib diisi"]]);
  return message({
    type: "outgoing",
    content: stored(content, faults),
    sender,
    private: hidden,
    at: now,
  });
}

function stored(content: string, faults: Faults): string {
  if (faults.has("cut-at-255")) return content.slice(0, 255);
  return faults.has("html-escaped")
    ? content.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    : content;
}
