import { type Check, observe } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { contactWalk, lastReading } from "./contact-changing.ts";
import { sparseContact } from "./contact-creating.ts";
import {
  changeContact,
  changedContact,
  largestContactPage,
  ownContact,
  readContact,
} from "./contacts.ts";
import { orderOf, statusOf } from "./observed.ts";

interface Changes {
  readonly localPhone: Exchange;
  readonly noEmail: Exchange;
  readonly unknownAttribute: Exchange;
  readonly noName: Exchange;
  readonly nothing: Exchange;
  readonly cleared: Exchange;
  readonly afterwards: Exchange;
}

/** Changes of the contact with little that nobody documents. */
const oddChanges: Probe<Changes> = {
  name: "odd changes of a contact",
  run: async (context) => {
    const id = textAt((await context.use(sparseContact)).made, "data", "id");
    const change = (body: object, purpose: string): Promise<Exchange> =>
      changeContact(context, id, body, purpose);
    return {
      localPhone: await change({ phone: "08123456789" }, "a phone number that is not E.164"),
      noEmail: await change({ email: "concordat" }, "an email that is none"),
      unknownAttribute: await change(
        { custom_attributes: { concordat_unknown: "x" } },
        "an attribute that nobody defined",
      ),
      noName: await change({ name: null }, "a name of null"),
      nothing: await change({}, "a change of nothing"),
      cleared: await change({ company: null, phone: null }, "null for company and phone"),
      afterwards: await readContact(context, id, "after the null"),
    };
  },
};

/** Our contact without its attributes: an empty object may replace them, or add nothing to them. */
const noAttributes: Probe<{ readonly attribute: string; readonly reading: Exchange }> = {
  name: "no attributes for our contact",
  run: async (context) => {
    const [attribute] = await context.fixture("custom_attribute");
    const id = textAt(lastReading(await context.use(contactWalk)), "data", "id");
    control(await changeContact(context, id, { custom_attributes: {} }, "no attributes"));
    return { attribute, reading: await readContact(context, id, "after no attributes") };
  },
};

interface Curiosities {
  readonly otherCase: Exchange;
  readonly part: Exchange;
  readonly tagCase: Exchange;
  readonly wrongTypes: Exchange;
  readonly twin: Exchange;
  readonly conversation: Exchange;
}

/** Our contact looked for otherwise, talked to, and made a second time. */
const curiosities: Probe<Curiosities> = {
  name: "what is not documented of contacts",
  run: async (context) => {
    const reading = lastReading(await context.use(contactWalk));
    const [name, phone, email] = ["name", "phone", "email"].map((member) =>
      textAt(reading, "data", member),
    );
    const [word = ""] = (name ?? "").split(" ");
    const list = (q: string, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "listContacts", query: { q }, purpose });
    const [channel_id] = await context.fixture("channel_id");
    const made = (body: object, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "createContact", body, purpose });
    return {
      otherCase: await list(word.toUpperCase(), "the word in capitals"),
      part: await list(word.slice(3), "the end of the word"),
      tagCase: await context.send({
        operationId: "listContacts",
        query: { tag: textAt(reading, "data", "tags", 0).toUpperCase() },
        purpose: "a tag in capitals",
      }),
      conversation: await context.send({
        operationId: "createConversation",
        body: { contact_id: textAt(reading, "data", "id"), channel_id },
        purpose: "a conversation with a new contact",
      }),
      wrongTypes: await made({ name: ["Concordat"] }, "a contact whose name is a list"),
      twin: await made({ name, phone, email }, "a contact with the phone and email of another"),
    };
  },
};

const shown = (exchange: Exchange, member: string): string => {
  const value = at(control(exchange).json, "data", member);
  return value === undefined ? "absent" : show(value);
};

const found = (exchange: Exchange): string =>
  isSuccess(answered(exchange)) ? `finds ${listAt(exchange, "data").length}` : statusOf(exchange);

/** What the documentation leaves open of contacts: recorded, never judged. */
export const contactSilentPoints: readonly Check[] = [
  observe("sahut/silent/contact-status", ownContact, ({ control: made }) => statusOf(made)),
  observe("sahut/silent/contact-order", largestContactPage, ({ page }) => orderOf(page)),
  observe("sahut/silent/contact-with-a-name-alone", sparseContact, ({ alone }) => statusOf(alone)),
  observe(
    "sahut/silent/unknown-members-of-a-contact",
    sparseContact,
    ({ reading = untestable("none was made") }) =>
      `phone is ${shown(reading, "phone")}, company ${shown(reading, "company")}`,
  ),
  observe("sahut/silent/attributes-in-the-contact-list", largestContactPage, ({ page }) => {
    const items = listAt(page, "data");
    const having = items.filter((item) => at(item, "custom_attributes") !== undefined);
    return `${having.length} of ${items.length} contacts have custom_attributes there`;
  }),
  observe("sahut/silent/answer-to-a-contact-change", changedContact, ({ control: changed }) => {
    const members = Object.keys(Object(at(control(changed).json, "data")));
    return `data has ${members.join(", ") || "no members"}`;
  }),
  observe("sahut/silent/tags-replace", contactWalk, ({ before, tags }) => {
    const [earlier] = listAt(before, "data", "tags");
    return listAt(tags.after, "data", "tags").includes(earlier) ? "adds" : "replaces";
  }),
  observe("sahut/silent/attributes-replace", noAttributes, ({ attribute, reading }) =>
    at(control(reading).json, "data", "custom_attributes", attribute) === undefined
      ? "replaces"
      : "merges",
  ),
  observe("sahut/silent/phone-strictness", oddChanges, ({ localPhone }) => statusOf(localPhone)),
  observe("sahut/silent/email-strictness", oddChanges, ({ noEmail }) => statusOf(noEmail)),
  observe("sahut/silent/unknown-attribute", oddChanges, ({ unknownAttribute }) =>
    statusOf(unknownAttribute),
  ),
  observe("sahut/silent/null-name", oddChanges, ({ noName }) => statusOf(noName)),
  observe("sahut/silent/empty-contact-change", oddChanges, ({ nothing }) => statusOf(nothing)),
  observe("sahut/silent/null-in-a-contact-change", oddChanges, ({ cleared, afterwards }) =>
    isSuccess(answered(cleared))
      ? `company reads ${shown(afterwards, "company")}, phone ${shown(afterwards, "phone")}`
      : statusOf(cleared),
  ),
  observe("sahut/silent/case-of-q", curiosities, ({ otherCase }) => found(otherCase)),
  observe("sahut/silent/part-of-a-word-in-q", curiosities, ({ part }) => found(part)),
  observe("sahut/silent/case-of-tags", curiosities, ({ tagCase }) => found(tagCase)),
  observe("sahut/silent/conversation-with-a-new-contact", curiosities, ({ conversation }) =>
    statusOf(conversation),
  ),
  observe("sahut/silent/wrong-types-in-a-contact", curiosities, ({ wrongTypes }) =>
    statusOf(wrongTypes),
  ),
  observe("sahut/silent/duplicate-contact", curiosities, ({ twin }) => statusOf(twin)),
];
