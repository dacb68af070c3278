import type { Clients } from "./clients.ts";
import { chatbotId, type Desk } from "./desks.ts";
import type { ChatNote, ContactNote, ConversationNote, Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";

/** After so many writes a writer turns to another conversation or chat. */
const LONGEST = 25;

export interface WriterOptions {
  readonly desk: Desk;
  readonly round: number;
  readonly clients: Clients;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Where its webhooks lead; nothing is ever sent there. */
  readonly elsewhere: string;
}

type Outcome = "acknowledged" | "refused" | "unanswered";

/** Writes one thing after the other until told to stop, or until an answer does not come where it is to `give up`. */
export async function write(options: WriterOptions, signal: AbortSignal, giveUp: boolean) {
  const { ledger, random } = options;
  const steps = stepsOf(options);
  while (!signal.aborted) {
    const outcomes = await random.pick(steps)();
    for (const outcome of outcomes) {
      if (outcome === "acknowledged") ledger.acknowledged += 1;
      if (outcome === "unanswered") ledger.unanswered += 1;
    }
    if (giveUp && outcomes.includes("unanswered")) return;
  }
}

type Steps = readonly [Step, ...Step[]];
type Step = () => Promise<readonly Outcome[]>;

function stepsOf(options: WriterOptions): Steps {
  const { desk, round, clients, random, ledger, elsewhere } = options;
  const { sahut, sarufi } = clients;
  let conversation: ConversationNote | undefined;
  let contact: ContactNote | undefined;
  let chat: ChatNote | undefined;
  let count = 0;
  const unique = () => {
    count += 1;
    return `${desk.name} round ${round} no. ${count}`;
  };

  /** Calls; `kept` takes what was answered with success, and `lost` hears that no answer came. */
  async function attempt<Answer extends { status: number | string; data: unknown; error: unknown }>(
    call: () => Promise<Answer>,
    kept: (answer: Answer) => void,
    lost: () => void = () => undefined,
  ): Promise<Outcome> {
    const answer = await call().catch(() => undefined);
    if (answer === undefined) {
      lost();
      return "unanswered";
    }
    if (answer.status === 200 || answer.status === 201) {
      kept(answer);
      return "acknowledged";
    }
    // Rate limits are not what this is about; anything else should not have been answered.
    if (answer.status !== 429) {
      ledger.failures.push(`${answer.status} ${JSON.stringify(answer.error)}`);
      lost();
    }
    return "refused";
  }

  async function converse(): Promise<readonly Outcome[]> {
    const first = unique();
    const body = {
      contact_id: contact?.told.id ?? desk.contactId,
      channel_id: desk.channelId,
      message: { content: first },
    };
    return [
      await attempt(
        () => sahut.POST("/conversations", { body }),
        ({ data }) => {
          if (data === undefined) return;
          conversation = { first, told: data.data, steps: 0, messages: [] };
          ledger.conversations.push(conversation);
        },
      ),
    ];
  }

  async function say(): Promise<readonly Outcome[]> {
    const note = conversation;
    if (note === undefined || note.messages.length > LONGEST) return converse();
    const content = unique();
    const params = { path: { conversation_id: note.told.id } };
    return [
      await attempt(
        () =>
          sahut.POST("/conversations/{conversation_id}/messages", { params, body: { content } }),
        ({ data }) => {
          if (data !== undefined) note.messages.push(data.data);
        },
        () => {
          note.maybe = { message: content };
          conversation = undefined;
        },
      ),
    ];
  }

  async function change(): Promise<readonly Outcome[]> {
    const note = conversation;
    if (note === undefined) return converse();
    const step = note.steps + 1;
    const body = { labels: [`step-${step}`], status: statusAt(step) };
    const params = { path: { id: note.told.id } };
    return [
      await attempt(
        () => sahut.PATCH("/conversations/{id}", { params, body }),
        ({ data }) => {
          if (data === undefined) return;
          note.told = data.data;
          note.steps = step;
        },
        () => {
          note.maybe = { step };
          conversation = undefined;
        },
      ),
    ];
  }

  async function meet(): Promise<readonly Outcome[]> {
    const body = { name: unique(), tags: ["soak"], custom_attributes: { round } };
    return [
      await attempt(
        () => sahut.POST("/contacts", { body }),
        ({ data }) => {
          if (data === undefined) return;
          contact = { told: data.data };
          ledger.contacts.push(contact);
        },
      ),
    ];
  }

  async function hire(): Promise<readonly Outcome[]> {
    const note = contact;
    if (note === undefined) return meet();
    const company = unique();
    const params = { path: { id: note.told.id } };
    return [
      await attempt(
        () => sahut.PUT("/contacts/{id}", { params, body: { company } }),
        ({ data }) => {
          if (data !== undefined) note.told = data.data;
        },
        () => {
          note.maybe = { company };
          contact = undefined;
        },
      ),
    ];
  }

  /** To an event that never happens here. */
  async function subscribe(): Promise<readonly Outcome[]> {
    const body = { url: elsewhere, events: ["conversation.resolved" as const] };
    return [
      await attempt(
        () => sahut.POST("/webhooks", { body }),
        ({ data }) => {
          if (data !== undefined) ledger.webhooks.push(data.data);
        },
      ),
    ];
  }

  async function greet(): Promise<readonly Outcome[]> {
    const params = { path: { chatbot_id: chatbotId(desk, round) } };
    return [
      await attempt(
        () => sarufi.POST("/chatbots/{chatbot_id}/chat/sessions", { params }),
        ({ data }) => {
          if (data === undefined) return;
          chat = { session: data, turns: [], maybe: [] };
          ledger.chats.push(chat);
        },
      ),
    ];
  }

  /** One message, or two at once, which the server has to put in an order. */
  async function chatOn(): Promise<readonly Outcome[]> {
    const note = chat;
    if (note === undefined || note.turns.length > LONGEST) return greet();
    const path = { chatbot_id: chatbotId(desk, round), session_id: note.session.session_id };
    const turn = () => {
      const said = unique();
      return attempt(
        () =>
          sarufi.POST("/chatbots/{chatbot_id}/chat/sessions/{session_id}/messages", {
            params: { path },
            body: { message: said },
          }),
        ({ data }) => {
          if (data !== undefined) note.turns.push({ said, reply: data });
        },
        () => {
          note.maybe.push(said);
          chat = undefined;
        },
      );
    };
    return Promise.all(random.next() < 0.3 ? [turn(), turn()] : [turn()]);
  }

  return [converse, say, say, say, change, change, meet, hire, subscribe, chatOn, chatOn, chatOn];
}

/** The status of a conversation that was changed this often: each change is one. */
export function statusAt(step: number): "open" | "pending" {
  return step % 2 === 1 ? "pending" : "open";
}
