import { sahutDemo } from "../../../server/demo/sahut.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { arriving, asked, body, handling, leaving, together } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const reading = ["listContacts", "getContact"];

/** Takes members out of what is written. */
const ignores = (operation: string, ...names: readonly string[]) =>
  asked(operation, ({ body: given }) => ({
    body: Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name))),
  }));

/** The answer to a write shows what was asked for, whatever was written. */
const pretending = (operation: string) =>
  handling(operation, async (call, next) => {
    const answer = await next(call);
    return answer.status >= 300
      ? answer
      : { ...answer, body: { data: { ...Object(at(answer.body, "data")), ...call.body } } };
  });

/** Sets members that a change left out. */
const alsoSets = (more: Readonly<Record<string, unknown>>) =>
  asked("updateContact", ({ body: change }) => ({ body: { ...more, ...change } }));

const jakarta = (time: unknown): string =>
  `${new Date(Date.parse(String(time)) + 7 * 3_600_000).toISOString().slice(0, 19)}Z`;

const foreign = (operation: string | readonly string[]) =>
  arriving(operation, ({ authorization }) =>
    authorization === `Bearer ${sahutDemo.otherWorkspaceKey}`
      ? { authorization: `Bearer ${sahutDemo.key}` }
      : {},
  );

export const contactMutants = mutantsOf(
  "sahut",
  {
    ...Object.fromEntries(
      ["email", "phone", "company", "tags"].map((member) => [
        `contact-${member}-not-stored`,
        {
          breaks: `A contact that was made has its ${member}.`,
          kills: ["sahut/contacts/created-contact-is-readable"] as const,
          fault: together(pretending("createContact"), ignores("createContact", member)),
        },
      ]),
    ),
    "contact-attributes-not-stored": {
      breaks: "A contact that was made has its custom attributes.",
      kills: ["sahut/contacts/custom-attributes-are-kept"],
      fault: together(pretending("createContact"), ignores("createContact", "custom_attributes")),
    },
    "contact-answer-without-its-name": {
      breaks: "The answer to a new contact shows it as it was made.",
      kills: ["sahut/contacts/answer-shows-the-contact"],
      fault: body("createContact", "data.name", () => "Tanpa nama"),
    },
    "another-contact-comes-back": {
      breaks: "Reading a contact by its id returns the one with this id.",
      kills: ["sahut/contacts/get-returns-the-one-asked-for"],
      fault: asked("getContact", ({ path }) =>
        path.id?.includes("1") ? { path: { id: sahutDemo.contactId } } : {},
      ),
    },
    "contact-made-in-local-time": {
      breaks: "A new contact's `created_at` is in UTC.",
      kills: ["sahut/contacts/creation-is-now"],
      fault: body(["createContact", "getContact", "updateContact"], "data.created_at", jakarta),
    },
    "contact-created-at-moves": {
      breaks: "A change leaves a contact's `created_at` alone.",
      kills: ["sahut/contacts/creation-time-stays"],
      fault: (() => {
        const changed = new Set<unknown>();
        return together(
          handling("updateContact", (call, next) => {
            changed.add(call.path.id);
            return next(call);
          }),
          leaving("getContact", ({ body: answer }) =>
            changed.has(at(answer, "data", "id"))
              ? { body: edit(answer, "data.created_at", () => "2026-11-20T00:00:00Z") }
              : {},
          ),
        );
      })(),
    },
    "contact-left-out-is-invented": {
      breaks: "What a new contact was not given reads as nothing.",
      kills: ["sahut/contacts/left-out-is-empty"],
      fault: asked("createContact", ({ body: given }) => ({
        body: { company: "Sahut", ...given },
      })),
    },
    "conversation-shows-another-name": {
      breaks: "A conversation shows its contact as the contact itself reads.",
      kills: ["sahut/contacts/conversations-show-the-contact"],
      fault: body("getConversation", "data.contact.name", () => "Budi"),
    },
    ...Object.fromEntries(
      ["name", "phone", "email", "company"].map((member) => [
        `contact-change-of-${member}-not-stored`,
        {
          breaks: `A change of ${member} is what reads afterwards.`,
          kills: ["sahut/contacts/changes-are-kept"] as const,
          fault: together(pretending("updateContact"), ignores("updateContact", member)),
        },
      ]),
    ),
    "contact-tags-not-set": {
      breaks: "A tag that was set is among the contact's tags.",
      kills: ["sahut/contacts/tags-are-set"],
      fault: together(pretending("updateContact"), ignores("updateContact", "tags")),
    },
    "contact-attributes-not-set": {
      breaks: "A custom attribute that was set is what reads afterwards.",
      kills: ["sahut/contacts/attributes-are-set"],
      fault: together(
        pretending("updateContact"),
        asked("updateContact", ({ body: change }) =>
          change.custom_attributes === undefined
            ? {}
            : { body: { ...change, custom_attributes: {} } },
        ),
      ),
    },
    ...Object.fromEntries(
      [
        ["phone", null],
        ["email", null],
        ["company", null],
        ["tags", []],
        ["name", "Tanpa nama"],
      ].map(([member, value]) => [
        `put-clears-${String(member)}`,
        {
          breaks: "What a change leaves out keeps its value.",
          kills: ["sahut/contacts/left-out-stays"] as const,
          fault: alsoSets({ [String(member)]: value }),
        },
      ]),
    ),
    "answer-to-a-contact-change-is-the-contact-before": {
      breaks: "The answer to a change shows the contact as changed.",
      kills: ["sahut/contacts/answer-shows-the-change"],
      fault: handling("updateContact", async (call, next, others) => {
        const before = await others.getContact?.(call);
        const after = await next(call);
        return after.status === 200 && before !== undefined ? before : after;
      }),
    },
    "contact-read-by-another-workspace": {
      breaks: "A key reaches no contact of another workspace.",
      kills: ["sahut/contacts/workspaces-are-apart"],
      fault: foreign("getContact"),
    },
    "contact-changed-by-another-workspace": {
      breaks: "A key reaches no contact of another workspace.",
      kills: ["sahut/contacts/workspaces-are-apart"],
      fault: foreign("updateContact"),
    },
    "contacts-listed-in-another-workspace": {
      breaks: "A key reaches no contact of another workspace.",
      kills: ["sahut/contacts/workspaces-are-apart"],
      fault: foreign("listContacts"),
    },
    "contact-changed-by-a-reading-key": {
      breaks: "A key that may not write may not change a contact.",
      kills: ["sahut/contacts/read-only-key-may-not-write"],
      fault: arriving("updateContact", ({ authorization }) =>
        authorization === `Bearer ${sahutDemo.readOnlyKey}`
          ? { authorization: `Bearer ${sahutDemo.key}` }
          : {},
      ),
    },
    "unknown-contact-is-empty": {
      breaks: "`getContact` answers 404 to an unknown `id`.",
      kills: ["sahut/derived/getContact/path/id/unknown"],
      fault: handling("getContact", async (call, next) => {
        const answer = await next(call);
        return answer.status === 404
          ? next({ ...call, path: { id: sahutDemo.contactId } })
          : answer;
      }),
    },
    "unknown-contact-is-made": {
      breaks: "`updateContact` answers 404 to an unknown `id`.",
      kills: ["sahut/derived/updateContact/path/id/unknown"],
      fault: handling("updateContact", async (call, next, others) => {
        const answer = await next(call);
        return answer.status === 404 && others.createContact !== undefined
          ? { ...(await others.createContact({ ...call, body: { name: "x" } })), status: 200 }
          : answer;
      }),
    },
    "contact-without-a-name": {
      breaks: "`createContact` refuses a body without `name`.",
      kills: ["sahut/derived/createContact/body/name/required"],
      fault: arriving("createContact", ({ body: given }) => ({
        body: { name: "Tanpa nama", ...Object(given) },
      })),
    },
    "contacts-without-tags": {
      breaks: "A listed contact fits its schema.",
      kills: ["sahut/derived/listContacts/success-body"],
      fault: body("listContacts", "data.*.tags", () => undefined),
    },
    "contact-read-without-its-name": {
      breaks: "A contact that is read has the shape that the examples suggest.",
      kills: ["sahut/derived/getContact/success-shape"],
      fault: body("getContact", "data.name", () => undefined),
    },
    "contact-changed-without-its-name": {
      breaks: "A contact that was changed has the shape that the examples suggest.",
      kills: ["sahut/derived/updateContact/success-shape"],
      fault: body("updateContact", "data.name", () => undefined),
    },
    "contact-times-without-a-zone": {
      breaks: "Timestamps are ISO 8601 in UTC.",
      kills: ["sahut/timestamps/are-utc", "sahut/derived/listContacts/success-body"],
      fault: body("listContacts", "data.*.created_at", (time) => String(time).slice(0, -1)),
    },
    "contact-name-cut-in-lists": {
      breaks: "A contact reads the same in the list and alone.",
      kills: ["sahut/contacts/list-and-contact-agree"],
      fault: body("listContacts", "data.*.company", () => null),
    },
    "contact-email-missing-when-read": {
      breaks: "A contact that was made can be read with its email.",
      kills: ["sahut/contacts/created-contact-is-readable"],
      fault: together(
        body(reading, "data.email", () => undefined),
        body("listContacts", "data.*.email", () => undefined),
      ),
    },
  },
  { features: true },
);
