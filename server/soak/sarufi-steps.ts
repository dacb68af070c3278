import { attempt, type Outcome, type Step } from "./attempt.ts";
import { chatbotId } from "./desks.ts";
import type { ChatNote } from "./ledger.ts";
import { LONGEST, type Writer } from "./writer.ts";

/** What a writer does at Sarufi: it chats. */
export function sarufiSteps({ desk, round, clients, random, ledger, unique }: Writer) {
  const { sarufi } = clients;
  let chat: ChatNote | undefined;

  async function greet(): Promise<Outcome> {
    const params = { path: { chatbot_id: chatbotId(desk, round) } };
    const call = () => sarufi.POST("/chatbots/{chatbot_id}/chat/sessions", { params });
    return attempt(ledger, call, {
      kept({ data }) {
        if (data === undefined) return;
        chat = { session: data, turns: [], maybe: [] };
        ledger.chats.push(chat);
      },
    });
  }

  function turn(note: ChatNote): Promise<Outcome> {
    const said = unique();
    const path = { chatbot_id: chatbotId(desk, round), session_id: note.session.session_id };
    const call = () =>
      sarufi.POST("/chatbots/{chatbot_id}/chat/sessions/{session_id}/messages", {
        params: { path },
        body: { message: said },
      });
    return attempt(ledger, call, {
      kept({ data }) {
        if (data !== undefined) note.turns.push({ said, reply: data });
      },
      lost() {
        note.maybe.push(said);
        chat = undefined;
      },
    });
  }

  return {
    /** One message, or two at once, which the server has to put in an order. */
    async chat() {
      const note = chat;
      if (note === undefined || note.turns.length > LONGEST) return [await greet()];
      return Promise.all(random.next() < 0.3 ? [turn(note), turn(note)] : [turn(note)]);
    },
  } satisfies Record<string, Step>;
}
