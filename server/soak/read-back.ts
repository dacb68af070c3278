import { isDeepStrictEqual } from "node:util";
import type { Conversation } from "../../generated/sahut/types.ts";
import type { Clients } from "./clients.ts";
import { chatbotId, type Desk } from "./desks.ts";
import type { ChatNote, ContactNote, ConversationNote, Ledger } from "./ledger.ts";
import { statusAt } from "./status-at.ts";

/**
 * Asks the API for everything that a writer was answered, and gives what is not there as it was
 * answered: one line for each. What was sent and not answered may be there, or not.
 */
export async function readBack(
  { conversations, contacts, chats }: Ledger,
  { desk, round, clients }: { desk: Desk; round: number; clients: Clients },
): Promise<string[]> {
  const lost: string[] = [];
  for (const note of conversations) lost.push(...(await ofConversation(note, clients)));
  for (const note of contacts) lost.push(...(await ofContact(note, clients)));
  for (const note of chats) lost.push(...(await ofChat(note, chatbotId(desk, round), clients)));
  return lost;
}

async function ofConversation(note: ConversationNote, { sahut }: Clients): Promise<string[]> {
  const { id } = note.told;
  const lost: string[] = [];
  const { data } = await sahut.GET("/conversations/{id}", { params: { path: { id } } });
  const found = data?.data;
  const wanted = expectedConversations(note);
  if (!wanted.some((conversation) => isDeepStrictEqual(timeless(found), timeless(conversation)))) {
    lost.push(`${id} is ${JSON.stringify(found)}, and was answered as ${JSON.stringify(wanted)}`);
  }
  const params = { path: { conversation_id: id }, query: { per_page: 100 } };
  const path = "/conversations/{conversation_id}/messages";
  const all = await Array.fromAsync(sahut.pages(path, { params })).catch((error: unknown) => {
    lost.push(`${id}: ${error}`);
    return [];
  });
  const said = all.filter(({ type }) => type !== "activity");
  if (said[0]?.content !== note.first) lost.push(`${id} begins with ${JSON.stringify(said[0])}`);
  const answered = new Set(note.messages.map((message) => message.id));
  const kept = said.filter((message) => answered.has(message.id));
  if (!isDeepStrictEqual(kept, note.messages)) {
    lost.push(`${id} has ${JSON.stringify(kept)}, not ${JSON.stringify(note.messages)}`);
  }
  const sent = [note.first, ...note.messages.map(({ content }) => content), unansweredOf(note)];
  for (const { content } of said) {
    if (!sent.includes(content ?? undefined)) lost.push(`${id} holds ${content}`);
  }
  return lost;
}

/** As it was answered; or as it is if the change without an answer has happened. */
function expectedConversations({ told, maybe }: ConversationNote): Conversation[] {
  if (maybe === undefined || "message" in maybe) return [told];
  const { step } = maybe;
  return [told, { ...told, labels: [`step-${step}`], status: statusAt(step) }];
}

/** Later messages move `updated_at`. */
function timeless(conversation: Conversation | undefined): object | undefined {
  return conversation && { ...conversation, updated_at: undefined };
}

function unansweredOf({ maybe }: ConversationNote): string | undefined {
  return maybe !== undefined && "message" in maybe ? maybe.message : undefined;
}

async function ofContact({ told, maybe }: ContactNote, { sahut }: Clients): Promise<string[]> {
  const { data } = await sahut.GET("/contacts/{id}", { params: { path: { id: told.id } } });
  const found = data?.data;
  if (isDeepStrictEqual(found, told)) return [];
  if (maybe !== undefined && isDeepStrictEqual(found, { ...told, ...maybe })) return [];
  return [`${told.id} is ${JSON.stringify(found)}, and was answered as ${JSON.stringify(told)}`];
}

async function ofChat(note: ChatNote, chatbot: string, { sarufi }: Clients): Promise<string[]> {
  const id = note.session.session_id;
  const params = { path: { chatbot_id: chatbot, conversation_id: id }, query: { limit: 50 } };
  const path = "/chatbots/{chatbot_id}/conversations/{conversation_id}/messages";
  const lost: string[] = [];
  const pages = sarufi.pages(path, { params });
  const [greeting, ...rows] = await Array.fromAsync(pages).catch((error: unknown) => {
    lost.push(`${id}: ${error}`);
    return [];
  });
  if (!isDeepStrictEqual(greeting?.response?.messages, note.session.messages)) {
    lost.push(`${id} begins with ${JSON.stringify(greeting)}`);
  }
  for (const { said, reply } of note.turns) {
    const replies = rows
      .filter(({ message }) => message?.text === said)
      .map(({ response }) => response?.messages);
    // Once, unless the client has sent it again.
    if (!replies.some((messages) => isDeepStrictEqual(messages, reply.messages))) {
      lost.push(`${id}: ${said} has ${JSON.stringify(replies)}, not ${JSON.stringify(reply)}`);
    }
  }
  const known = new Set([...note.turns.map(({ said }) => said), ...note.maybe]);
  for (const { message } of rows) {
    if (!known.has(message?.text ?? "")) lost.push(`${id} holds ${JSON.stringify(message)}`);
  }
  return lost;
}
