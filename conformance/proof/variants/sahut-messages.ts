import { at } from "../../evidence.ts";
import { handling, together } from "../fault/fault.ts";
import { withoutFixtures } from "../trial.ts";
import {
  activityNotes,
  afterSending,
  hiddenNotes,
  isWhatsapp,
  keeping,
  messages,
  onWhatsapp,
  refused,
  relisted,
  remembered,
  silentCustomers,
} from "./sahut-message-faults.ts";
import { invalid } from "./sahut-problem.ts";
import { variantsOf } from "./variant.ts";

export const messageVariants = variantsOf("sahut", {
  "content-trimmed": {
    does: "White space at the ends of a message is taken away.",
    open: "M1",
    fault: () => keeping((content) => content.trim()),
  },
  "characters-decomposed": {
    does: "Letters are kept apart from their accents.",
    open: "Unicode: canonical equivalence",
    fault: () => keeping((content) => content.normalize("NFD")),
  },
  "characters-composed": {
    does: "Letters are kept together with their accents.",
    open: "Unicode: canonical equivalence",
    fault: () => keeping((content) => content.normalize("NFC")),
  },
  "empty-content-refused": {
    does: "A message without a character is refused.",
    open: "M1",
    fault: () => refused(({ content }) => content === ""),
  },
  "unknown-template-is-404": {
    does: "A template that does not exist is answered 404.",
    open: "M3",
    fault: () =>
      handling("sendMessage", async (call, next) => {
        const answer = await next(call);
        return answer.status === 422 && call.body.template_id !== undefined
          ? { status: 404, body: { error: { code: "not_found", message: "?", status: 404 } } }
          : answer;
      }),
  },
  "templates-on-whatsapp-only": {
    does: "A template goes to WhatsApp only.",
    open: "M3",
    fault: () =>
      handling("sendMessage", async (call, next, { getConversation }) =>
        call.body.template_id !== undefined && !(await isWhatsapp(call, getConversation))
          ? invalid
          : next(call),
      ),
  },
  "template-without-content": {
    does: "A template message has no content.",
    open: "M4",
    fault: () =>
      remembered(
        ({ body }) => body.template_id !== undefined,
        (message) => ({ ...message, content: null }),
      ),
  },
  "template-shown-by-its-id": {
    does: "The content of a template message is the template's id.",
    open: "M4",
    fault: () =>
      remembered(
        ({ body }) => body.template_id !== undefined,
        (message) => ({ ...message, content: "tmpl_order_confirmation" }),
      ),
  },
  "late-texts-refused": {
    does: "Free text on WhatsApp is refused when the customer has been silent for a day.",
    open: "M5",
    fault: silentCustomers,
  },
  "late-texts-refused-and-nothing-configured": {
    does: "The same, where the suite finds its channel itself.",
    open: "M5",
    fault: silentCustomers,
    configure: (target) => withoutFixtures(target, [...target.fixtures.keys()]),
  },
  "whatsapp-only": {
    does: "The same, where the only channel is WhatsApp, so that notes and templates are all that can be sent.",
    open: "M5",
    fault: silentCustomers,
    configure: onWhatsapp,
  },
  "notes-not-listed": {
    does: "Private notes are not in the list of messages.",
    open: "M6",
    fault: hiddenNotes,
  },
  "notes-not-listed-and-whatsapp-only": {
    does: "Private notes are not listed, and nothing else can be sent.",
    open: "M6",
    fault: () => together(silentCustomers(), hiddenNotes()),
    configure: onWhatsapp,
    takesAway: "texts, and notes in the list",
  },
  "notes-are-activities": {
    does: "A private note is listed as an activity of an agent.",
    open: "M6",
    fault: activityNotes,
  },
  "notes-are-activities-and-whatsapp-only": {
    does: "A private note is listed as an activity, and nothing else can be sent.",
    open: "M6",
    fault: () => together(silentCustomers(), activityNotes()),
    configure: onWhatsapp,
    takesAway: "texts, and notes that are outgoing",
  },
  "sent-by-an-agent": {
    does: "What is sent by key comes from an agent.",
    open: "M7",
    fault: () =>
      messages((message) =>
        message.type === "outgoing"
          ? { ...message, sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" } }
          : message,
      ),
  },
  "sending-sets-pending": {
    does: "A conversation waits for the customer once something was sent.",
    open: "M8",
    fault: () => afterSending("pending"),
  },
  "sending-reopens": {
    does: "A conversation is open once something was sent.",
    open: "M8",
    fault: () => afterSending("open"),
  },
  "no-activities": {
    does: "Nothing that happens is recorded among the messages.",
    open: "M9",
    fault: () => relisted((items) => items.filter((item) => at(item, "type") !== "activity")),
  },
  "activities-have-senders": {
    does: "An activity names who caused it.",
    open: "M9",
    fault: () =>
      messages((message) =>
        message.type === "activity"
          ? { ...message, content: null, sender: { type: "bot", id: "bot_1", name: "Rules" } }
          : message,
      ),
  },
  "activities-without-the-member": {
    does: "An activity has no `sender`.",
    open: "M9",
    fault: () =>
      messages(({ sender, ...message }) =>
        message.type === "activity" ? message : { ...message, sender },
      ),
  },
  "files-without-a-text": {
    does: "A message that only carries files has no content.",
    open: "M10",
    fault: () =>
      messages((message) =>
        Array.isArray(message.attachments) && message.attachments.length > 0
          ? { ...message, content: null }
          : message,
      ),
  },
  "latest-first-within-a-second": {
    does: "Of messages of the same second the latest stands first.",
    open: "M11",
    fault: () =>
      relisted((items) =>
        items.toReversed().toSorted((a, b) => {
          const [one, other] = [String(at(a, "created_at")), String(at(b, "created_at"))];
          return one < other ? -1 : one > other ? 1 : 0;
        }),
      ),
  },
});
