import { isObject, type JsonObject } from "../../contract/json.ts";
import { edit } from "../fault/edit.ts";
import { type Fault, handling } from "../fault/fault.ts";
import { flow } from "./flows.ts";
import { support } from "./support-flow.ts";
import { variantsOf } from "./variant.ts";

const say = "sendChatMessage";
const both = ["createChatSession", say];
const refusal = { status: 422, body: { detail: "Not possible" } };

const refused = (when: (body: JsonObject) => boolean): Fault =>
  handling(say, async (call, next) => (when(call.body) ? refusal : next(call)));

/** Changes every message of the bot. */
const messages = (change: (message: JsonObject) => JsonObject): Fault =>
  handling(both, async (call, next) => {
    const answer = await next(call);
    const body = edit(answer.body, "messages.*", (message) =>
      isObject(message) ? change(message) : message,
    );
    return { ...answer, body: Object(body) };
  });

const pictures = [
  { type: "text", text: "Welcome!" },
  { type: "image", media_url: "https://files.example.com/a.jpg" },
  { type: "image", media_url: "https://files.example.com/b.jpg", media_caption: "A shop" },
  { type: "document", media_url: "/relative.pdf", media_filename: "prices.pdf", media_caption: "" },
  { type: "document", media_url: "https://files.example.com/c.pdf" },
  { type: "video", media_url: "https://files.example.com/d.mp4", media_caption: "A tour" },
  { type: "audio", media_url: "https://files.example.com/e.mp3" },
];

const choice = (id: string, title: string) => ({ id, title });

/** Asks something new each time, and stays in one state, as a language model does. */
function talkative(): Fault {
  let count = 0;
  return flow(
    { initial: "chat", states: { chat: { message: "?", transitions: { default: "chat" } } } },
    {
      messagesOf: () => {
        count += 1;
        return [{ type: "text", text: `And what about question ${count}?` }];
      },
    },
  );
}

export const chatVariants = variantsOf("sarufi", {
  "empty-message-refused": {
    does: "A message without a character is refused.",
    open: "H7",
    fault: () => refused(({ message }) => message === ""),
  },
  "characters-counted-as-units": {
    does: "Characters beyond the first plane count twice.",
    open: "H7",
    fault: () => refused(({ message }) => String(message).length > 4096),
  },
  "characters-counted-as-bytes": {
    does: "Characters beyond ASCII count as several.",
    open: "H7",
    fault: () => refused(({ message }) => Buffer.byteLength(String(message)) > 4096),
  },
  "type-without-button-refused": {
    does: "The type `button` without a button is refused.",
    open: "H8",
    fault: () => refused(({ message_type, button_id }) => message_type === "button" && !button_id),
  },
  "unknown-button-refused": {
    does: "A button that nobody has offered is refused.",
    open: "H8",
    fault: () => {
      const offered = new Map<unknown, readonly string[]>();
      return handling(both, async (call, next) => {
        const { button_id } = call.body;
        const known = offered.get(call.path.session_id);
        if (typeof button_id === "string" && known?.includes(button_id) === false) return refusal;
        const answer = await next(call);
        const { session_id, messages: said } = Object(answer.body);
        const ids = [...JSON.stringify(said ?? []).matchAll(/"id":"(\w+)"/g)].map(
          ([, id = ""]) => id,
        );
        if (answer.status < 300) offered.set(session_id, [...(known ?? []), ...ids]);
        return answer;
      });
    },
  },
  "no-state-at-the-end": {
    does: "`current_state` is null once the flow has ended.",
    open: "H10",
    fault: () => flow(support, { stateOf: ({ state, ended }) => (ended ? null : state) }),
  },
  "null-for-nothing": {
    does: "Optional members that have no value are null.",
    open: "H16",
    fault: () =>
      messages((message) => ({
        ...message,
        ...(String(message.media_url ?? "") !== "" && message.type !== "audio"
          ? { media_caption: null }
          : {}),
        ...(Array.isArray(message.sections)
          ? {
              sections: Object(
                edit(message.sections, "*.rows.*.description", (text) => text ?? null),
              ),
            }
          : {}),
      })),
  },
  "one-shape-for-all": {
    does: "Every message has the members of all, null where they do not apply.",
    open: "H16",
    fault: () =>
      messages((message) => ({
        media_url: null,
        media_caption: null,
        buttons: null,
        sections: null,
        ...(message.type === "text" ? {} : { text: null }),
        ...message,
      })),
  },
  "pictures-in-the-greeting": {
    does: "The greeting has messages of every medium.",
    open: "flow",
    fault: () => {
      const { greeting, ...states } = support.states;
      const said = [...pictures, ...greeting.message];
      return flow({ ...support, states: { greeting: { ...greeting, message: said }, ...states } });
    },
  },
  "greeting-with-a-list": {
    does: "The greeting offers rows and no buttons.",
    open: "flow",
    fault: () =>
      flow({
        start: {
          message: {
            type: "list",
            text: "Where to?",
            button_text: "Places",
            sections: [
              { title: "North", rows: [choice("a", "Arusha")] },
              { title: "South", rows: [{ ...choice("m", "Mbeya"), description: "Far" }] },
            ],
          },
          transitions: { a: "when", m: "when", default: "start" },
        },
        when: {
          message: { type: "buttons", text: "When?", buttons: [choice("now", "Now")] },
          transitions: { now: "start", default: "when" },
        },
      }),
  },
  "choice-leads-to-a-text": {
    does: "The answer to a choice offers no further one.",
    open: "flow",
    fault: () =>
      flow({
        start: {
          message: { type: "buttons", text: "Name?", buttons: [choice("yes", "Yes")] },
          transitions: { yes: "name", default: "start" },
        },
        name: { message: "Your name?", transitions: { default: "thanks" } },
        thanks: { message: "Thanks!", transitions: { yes: "name", default: "thanks" } },
      }),
  },
  "choices-make-no-difference": {
    does: "Whatever is said or picked, the bot says the same.",
    open: "flow",
    fault: () =>
      flow({
        start: {
          message: { type: "buttons", text: "Well?", buttons: [choice("yes", "Yes")] },
          transitions: { default: "start" },
        },
      }),
  },
  "greeting-without-choice": {
    does: "The greeting is a text.",
    open: "flow",
    fault: () => flow({ start: { message: "Say something.", transitions: { default: "start" } } }),
  },
  "no-greeting": {
    does: "The bot waits for the user to speak first.",
    open: "flow",
    fault: () =>
      flow({
        start: { message: [], transitions: { default: "talk" } },
        talk: { message: "I see.", transitions: { default: "talk" } },
      }),
  },
  "nothing-to-say": {
    does: "The bot has no answer.",
    open: "flow",
    fault: () =>
      flow({
        start: { message: "Leave a message.", transitions: { default: "noted" } },
        noted: { message: [], transitions: { default: "noted" } },
      }),
  },
  "never-the-same-words": {
    does: "The bot asks something else each time.",
    open: "flow",
    fault: talkative,
  },
  "ends-after-one-answer": {
    does: "The session is closed after the first answer.",
    open: "flow",
    fault: () =>
      flow({
        start: {
          message: { type: "buttons", text: "Well?", buttons: [choice("yes", "Yes")] },
          transitions: { yes: "fine", default: "bye" },
        },
        fine: { message: "Fine!" },
        bye: { message: "Goodbye!" },
      }),
    takesAway: "a second message in a session",
  },
  "closed-is-looked-at-first": {
    does: "The session is closed after the first answer, and that is said before a body is looked at.",
    open: "flow",
    fault: () =>
      flow(
        {
          start: { message: "Well?", transitions: { default: "bye" } },
          bye: { message: "Goodbye!" },
        },
        { closedFirst: true },
      ),
    takesAway: "a second message in a session",
  },
  "ends-after-three-answers": {
    does: "The session is closed after three answers.",
    open: "flow",
    fault: () =>
      flow({
        one: { message: "One?", transitions: { default: "two" } },
        two: { message: "Two?", transitions: { default: "three" } },
        three: { message: "Three?", transitions: { default: "end" } },
        end: { message: "Thanks!" },
      }),
    takesAway: "a fourth message in a session",
  },
});
