import { type Check, check } from "../check.ts";
import { answered, at, control, isSuccess, listAt, refusedWith, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { send, sentMessage } from "./dialogue.ts";
import { largestPage } from "./inbox.ts";
import { ownConversation } from "./own-conversation.ts";

/** A note that the customer never sees. */
export const privateNote: Probe<{ readonly text: Exchange; readonly note: Exchange }> = {
  name: "a private note",
  run: async (context) => {
    const text = (await context.use(sentMessage)).control;
    control(text);
    const id = text.call.path?.conversation_id ?? "";
    return {
      text,
      note: await send(context, id, { content: "Catatan.", private: true }, "a private note"),
    };
  },
};

/** A documented message is accepted. */
const accepted = (sent: Exchange): readonly Finding[] =>
  isSuccess(answered(sent)) ? [] : refusedWith(sent, [200, 201]);

const takesNotes = check("sahut/messages/private-note-is-accepted", privateNote, ({ note }) =>
  accepted(note),
);

/** A template that does not exist. */
export const unknownTemplate: Probe<{ readonly exchange: Exchange }> = {
  name: "an unknown template",
  run: async (context) => {
    const text = (await context.use(sentMessage)).control;
    control(text);
    const id = text.call.path?.conversation_id ?? "";
    const body = { template_id: "tmpl_concordat_unknown", template_variables: {} };
    return { exchange: await send(context, id, body, "a template that does not exist") };
  },
};

const refusesUnknownTemplate = check(
  "sahut/messages/unknown-template-is-refused",
  unknownTemplate,
  ({ exchange }) => refusedWith(exchange, [400, 404, 422]),
);

/** The template that the documentation shows, and the variables that it shows for it. */
export const documented = {
  template_id: "tmpl_order_confirmation",
  template_variables: { customer_name: "Budi", order_id: "ORD-12345", total: "Rp 450.000" },
};

/** A template message in a WhatsApp conversation of ours. */
export const template: Probe<{ readonly sent: Exchange }> = {
  name: "a template message",
  run: async (context) => {
    const [template_id] = await context.fixture("template_id");
    const id = await whatsappConversation(context);
    return { sent: await send(context, id, { ...documented, template_id }, "a template message") };
  },
};

/** Our own conversation if it is on WhatsApp, else one with a pair that has talked there, best without an open one. */
async function whatsappConversation(context: ProbeContext): Promise<string> {
  const own = (await context.use(ownConversation)).control;
  const onWhatsapp = (item: unknown): boolean => at(item, "channel", "type") === "whatsapp";
  if (onWhatsapp(at(control(own).json, "data"))) return textAt(own, "data", "id");
  const pairs = listAt((await context.use(largestPage)).page, "data").filter(onWhatsapp);
  const pair = pairs.find((item) => at(item, "status") === "resolved") ?? pairs[0];
  if (pair === undefined) missingFixture("template_id", "no WhatsApp conversation is listed");
  const made = await context.send({
    operationId: "createConversation",
    purpose: "a conversation on WhatsApp",
    body: { contact_id: at(pair, "contact", "id"), channel_id: at(pair, "channel", "id") },
  });
  const id = at(made.response?.json, "data", "id");
  return typeof id === "string"
    ? id
    : missingFixture("template_id", "no WhatsApp conversation could be started");
}

const sendsTemplate = check("sahut/messages/template-is-accepted", template, ({ sent }) => {
  const { status } = answered(sent);
  // Another template may want other variables than the documented one.
  const maybeVariables =
    at(sent.call.body, "template_id") !== documented.template_id && [400, 422].includes(status);
  if (maybeVariables)
    missingFixture("template_id", "the template may want other variables than the documented one");
  return accepted(sent);
});

/** What the documentation promises of notes and templates. */
export const noteAndTemplateChecks: readonly Check[] = [
  takesNotes,
  refusesUnknownTemplate,
  sendsTemplate,
];
