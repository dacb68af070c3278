import { attempt, type Step } from "./attempt.ts";
import type { ContactNote, ConversationNote } from "./ledger.ts";
import { statusAt } from "./status-at.ts";
import { LONGEST, type Writer } from "./writer.ts";

/** What a writer does at Sahut. Each step is one request. */
export function sahutSteps({ desk, round, clients, ledger, elsewhere, unique }: Writer) {
  const { sahut } = clients;
  let conversation: ConversationNote | undefined;
  let contact: ContactNote | undefined;

  const converse: Step = async () => {
    const first = unique();
    const body = {
      contact_id: contact?.told.id ?? desk.contactId,
      channel_id: desk.channelId,
      message: { content: first },
    };
    const outcome = await attempt(ledger, () => sahut.POST("/conversations", { body }), {
      kept({ data }) {
        if (data === undefined) return;
        conversation = { first, told: data.data, steps: 0, messages: [] };
        ledger.conversations.push(conversation);
      },
    });
    return [outcome];
  };

  const say: Step = async () => {
    const note = conversation;
    if (note === undefined || note.messages.length > LONGEST) return converse();
    const content = unique();
    const params = { path: { conversation_id: note.told.id } };
    const call = () =>
      sahut.POST("/conversations/{conversation_id}/messages", { params, body: { content } });
    const outcome = await attempt(ledger, call, {
      kept({ data }) {
        if (data !== undefined) note.messages.push(data.data);
      },
      lost() {
        note.maybe = { message: content };
        conversation = undefined;
      },
    });
    return [outcome];
  };

  const change: Step = async () => {
    const note = conversation;
    if (note === undefined) return converse();
    const step = note.steps + 1;
    const body = { labels: [`step-${step}`], status: statusAt(step) };
    const params = { path: { id: note.told.id } };
    const call = () => sahut.PATCH("/conversations/{id}", { params, body });
    const outcome = await attempt(ledger, call, {
      kept({ data }) {
        if (data === undefined) return;
        note.told = data.data;
        note.steps = step;
      },
      lost() {
        note.maybe = { step };
        conversation = undefined;
      },
    });
    return [outcome];
  };

  const meet: Step = async () => {
    const body = { name: unique(), tags: ["soak"], custom_attributes: { round } };
    const outcome = await attempt(ledger, () => sahut.POST("/contacts", { body }), {
      kept({ data }) {
        if (data === undefined) return;
        contact = { told: data.data };
        ledger.contacts.push(contact);
      },
    });
    return [outcome];
  };

  const hire: Step = async () => {
    const note = contact;
    if (note === undefined) return meet();
    const company = unique();
    const params = { path: { id: note.told.id } };
    const call = () => sahut.PUT("/contacts/{id}", { params, body: { company } });
    const outcome = await attempt(ledger, call, {
      kept({ data }) {
        if (data !== undefined) note.told = data.data;
      },
      lost() {
        note.maybe = { company };
        contact = undefined;
      },
    });
    return [outcome];
  };

  /** To an event that never happens here. */
  const subscribe: Step = async () => {
    const body = { url: elsewhere, events: ["conversation.resolved" as const] };
    const outcome = await attempt(ledger, () => sahut.POST("/webhooks", { body }), {
      kept({ data }) {
        if (data !== undefined) ledger.webhooks.push(data.data);
      },
    });
    return [outcome];
  };

  return { converse, say, change, meet, hire, subscribe };
}
