import { type Check, check } from "../check.ts";
import { at, control, permitted, show } from "../evidence.ts";
import { succeeded } from "../leftovers.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import { answersWith } from "./answers.ts";
import { contactReadBack, ownContact, readContact } from "./contacts.ts";
import { identity } from "./identity.ts";
import { ownConversation, readBack } from "./own-conversation.ts";
import { same } from "./step.ts";

const given = ["name", "phone", "email", "company", "tags"] as const;

interface Made {
  readonly made: Exchange;
  readonly reading: Exchange;
}

/** The run's own contact, made and read. */
const creation: Probe<Made> = {
  name: "our contact, made and read",
  run: async ({ use }) => ({
    made: (await use(ownContact)).control,
    reading: (await use(contactReadBack)).control,
  }),
};

interface Sparse {
  readonly made: Exchange;
  /** How it reads; absent where none was made. */
  readonly reading?: Exchange;
  /** The attempt with as little as is documented to be needed. */
  readonly alone: Exchange;
  /** Those with one way to reach the contact, made where that is not enough. */
  readonly reachable: readonly Exchange[];
  readonly attribute: string | undefined;
  /** The same without the attribute, where it was refused with it. */
  readonly withoutAttribute?: Exchange;
}

/**
 * A contact with as little as possible: its name, and an attribute if one is known; with an email, and then with a phone
 * number, where that is not enough.
 */
export const sparseContact: Probe<Sparse> = {
  name: "a contact with a name and little else",
  run: async (context) => {
    const { name, email, phone } = identity(context, 2);
    const [attribute] = await context.optionalFixture("custom_attribute");
    const attributes =
      attribute === undefined ? {} : { custom_attributes: { [attribute]: "Concordat" } };
    const attempt = (body: object, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "createContact", purpose, body: { name, ...body } });
    const alone = await attempt(attributes, "a contact with a name alone");
    const reachable: Exchange[] = [];
    if (!succeeded(alone)) {
      reachable.push(
        await attempt({ email, ...attributes }, "a contact with name and email"),
        await attempt({ phone, ...attributes }, "a contact with name and phone"),
      );
    }
    const withoutAttribute =
      attribute === undefined || [alone, ...reachable].some(succeeded)
        ? undefined
        : await attempt({ email }, "a contact with name and email, and no attribute");
    const tried = [alone, ...reachable, ...(withoutAttribute ? [withoutAttribute] : [])];
    const made = tried.find(succeeded) ?? alone;
    const id = at(made.response?.json, "data", "id");
    return {
      alone,
      reachable,
      made,
      ...(succeeded(made) && {
        reading: await readContact(context, String(id), "the contact with little"),
      }),
      attribute,
      ...(withoutAttribute && { withoutAttribute }),
    };
  },
};

interface Partner {
  readonly conversation: Exchange;
  readonly contact: Exchange;
}

/** The contact of our conversation, read by itself. */
const partner: Probe<Partner> = {
  name: "the contact of our conversation",
  run: async (context) => {
    control((await context.use(ownConversation)).control);
    const conversation = (await context.use(readBack)).control;
    const id = at(control(conversation).json, "data", "contact", "id");
    return {
      conversation,
      contact: await readContact(context, String(id), "the contact of our conversation"),
    };
  },
};

/** Members of a contact that read otherwise than expected. */
function differing(
  reading: Exchange | undefined,
  expected: readonly (readonly [path: readonly string[], value: unknown])[],
  message: (path: string) => string,
): readonly Finding[] {
  return expected.flatMap(([path, value]): Finding[] => {
    const actual = at(control(reading).json, "data", ...path);
    if (same(actual, value)) return [];
    return [
      {
        message: message(path.join(".")),
        expected: show(value),
        actual: show(actual),
        ...(reading && { exchange: reading }),
      },
    ];
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || Object.keys(Object(value)).length === 0;

/** What the documentation promises of a new contact, and of reading one. */
export const contactCreateChecks: readonly Check[] = [
  check("sahut/contacts/get-returns-the-one-asked-for", contactReadBack, ({ control: exchange }) =>
    differing(exchange, [[["id"], exchange.call.path?.id]], () => "Another contact came back"),
  ),
  check("sahut/contacts/created-contact-is-readable", creation, ({ made, reading }) => {
    control(made);
    return differing(
      reading,
      given.map((member) => [[member], at(made.call.body, member)] as const),
      (member) => `A contact has another ${member} than it was made with`,
    );
  }),
  check("sahut/contacts/answer-shows-the-contact", ownContact, ({ control: made }) =>
    answersWith(
      made,
      given.map((member) => [[member], at(made.call.body, member)] as const),
    ),
  ),
  check("sahut/contacts/creation-is-now", creation, ({ made, reading }) => {
    control(made);
    return notNow(reading, at(control(reading).json, "data", "created_at"), "created_at");
  }),
  check("sahut/contacts/left-out-is-empty", sparseContact, ({ made, reading }) =>
    (["phone", "email", "company", "tags"] as const)
      .filter((member) => at(made.call.body, member) === undefined)
      .map((member) => [member, at(control(reading).json, "data", member)] as const)
      .filter(([, value]) => !isEmpty(value))
      .map(([member, value]) => ({
        message: `A contact that was made without ${member} has one`,
        expected: "null, nothing, or an empty value",
        actual: show(value),
        ...(reading && { exchange: reading }),
      })),
  ),
  check(
    "sahut/contacts/one-address-is-enough",
    sparseContact,
    ({ reachable, withoutAttribute }) => {
      // Whether a name alone is enough is left open, and what is refused for its attribute is told elsewhere.
      if (withoutAttribute !== undefined && succeeded(withoutAttribute)) return [];
      return reachable.flatMap(permitted);
    },
  ),
  check("sahut/contacts/custom-attributes-are-kept", sparseContact, (sparse) => {
    const { made, reading, attribute, reachable, withoutAttribute } = sparse;
    if (attribute === undefined)
      missingFixture("custom_attribute", "it is not configured, and the target shows none");
    control(made);
    if (made === withoutAttribute) return reachable.flatMap(permitted).slice(0, 1);
    return differing(
      reading,
      [[["custom_attributes", attribute], "Concordat"]],
      (path) => `A contact was made with ${path}, and reads otherwise`,
    );
  }),
  check("sahut/contacts/conversations-show-the-contact", partner, ({ conversation, contact }) => {
    const shown = at(control(conversation).json, "data", "contact");
    // Where a conversation shows no phone number, it says nothing about it.
    const members = ["id", "name", "phone"].filter((name) => (at(shown, name) ?? null) !== null);
    return differing(
      contact,
      members.map((name) => [[name], at(shown, name)] as const),
      (name) => `A contact's ${name} is not what its conversation shows`,
    );
  }),
];
