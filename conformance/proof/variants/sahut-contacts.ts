import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, asked, body, handling, leaving, together } from "../fault/fault.ts";
import { relisted } from "../mutants/inbox.ts";
import { variantsOf } from "./variant.ts";

const whole = ["getContact", "createContact", "updateContact"];
const refusal = (status: 400 | 422) => ({
  status,
  body: {
    error: {
      code: status === 400 ? "bad_request" : "validation_error",
      message: "Not possible",
      status,
    },
  },
  headers: {},
});

/** Changes members of every contact that is shown. */
const shown = (name: string, change: (value: unknown) => unknown) =>
  together(body(whole, `data.${name}`, change), body("listContacts", `data.*.${name}`, change));

const unlessNull = (value: unknown): unknown => value ?? undefined;

/** Shows only contacts that a search would show too, if it searched otherwise. */
const searching = (matches: (contact: unknown, q: string) => boolean) =>
  relisted({
    operationId: "listContacts",
    items: (items, { query }) =>
      query.q === undefined ? items : items.filter((item) => matches(item, String(query.q))),
  });

const fields = (contact: unknown): readonly string[] =>
  ["name", "phone", "email"].map((member) => String(at(contact, member) ?? ""));

export const contactVariants = variantsOf(
  "sahut",
  {
    "contacts-in-order-of-names": {
      does: "The contact list is in the order of names.",
      open: "K1",
      fault: () =>
        relisted({
          operationId: "listContacts",
          items: (items) =>
            items.toSorted((a, b) => String(at(a, "name")).localeCompare(String(at(b, "name")))),
        }),
    },
    "contacts-oldest-first": {
      does: "The contact list begins with the oldest.",
      open: "K1",
      fault: () => relisted({ operationId: "listContacts", items: (items) => items.toReversed() }),
    },
    "q-by-beginnings": {
      does: "`q` finds what begins with it, letter case included.",
      open: "K2",
      fault: () => searching((item, q) => fields(item).some((field) => field.startsWith(q))),
    },
    "q-by-words": {
      does: "`q` finds whole words.",
      open: "K2",
      fault: () =>
        searching((item, q) =>
          fields(item).some((field) => field === q || field.split(" ").includes(q)),
        ),
    },
    "tags-in-any-case": {
      does: "`tag` finds tags in any letter case.",
      open: "K2",
      fault: () =>
        asked("listContacts", ({ query }) =>
          typeof query.tag === "string"
            ? { query: { ...query, tag: query.tag.toLowerCase() } }
            : {},
        ),
    },
    "duplicates-refused": {
      does: "A contact with the phone number or email of another is refused.",
      open: "K3",
      fault: () => {
        const taken = new Set<unknown>();
        return handling("createContact", async (call, next) => {
          const own = [call.body.phone, call.body.email].filter((value) => value !== undefined);
          if (own.some((value) => taken.has(value))) return refusal(422);
          for (const value of own) taken.add(value);
          return next(call);
        });
      },
    },
    "duplicates-merged": {
      does: "A contact with the email of another is that other one.",
      open: "K3",
      fault: () => {
        const known = new Map<unknown, string>();
        return handling("createContact", async (call, next, others) => {
          const id = known.get(call.body.email);
          if (id !== undefined && others.updateContact !== undefined)
            return others.updateContact({ ...call, path: { id } });
          const answer = await next(call);
          if (call.body.email !== undefined)
            known.set(call.body.email, String(at(answer.body, "data", "id")));
          return answer;
        });
      },
    },
    "contacts-need-an-address": {
      does: "A contact needs a phone number or an email.",
      open: "K4",
      fault: () =>
        around("createContact", async ({ body: given }, proceed) =>
          isObject(given) && given.phone === undefined && given.email === undefined
            ? refusal(422)
            : proceed(),
        ),
    },
    "unknown-attributes-refused": {
      does: "An attribute that the workspace does not define is refused.",
      open: "K5",
      fault: () =>
        around(["createContact", "updateContact"], async ({ body: given }, proceed) =>
          Object.keys(Object(at(given, "custom_attributes"))).some(
            (name) => name !== "customer_tier",
          )
            ? refusal(422)
            : proceed(),
        ),
    },
    "unknown-attributes-ignored": {
      does: "An attribute that the workspace does not define is left out.",
      open: "K5",
      fault: () =>
        asked(["createContact", "updateContact"], ({ body: given }) =>
          isObject(given.custom_attributes)
            ? {
                body: {
                  ...given,
                  custom_attributes: Object.fromEntries(
                    Object.entries(given.custom_attributes).filter(([n]) => n === "customer_tier"),
                  ),
                },
              }
            : {},
        ),
    },
    "attributes-merge": {
      does: "Attributes that are set stand beside those there were.",
      open: "K5",
      fault: () =>
        handling("updateContact", async (call, next, others) => {
          if (!isObject(call.body.custom_attributes)) return next(call);
          const before = await others.getContact?.(call);
          const earlier = Object(at(before?.body, "data", "custom_attributes"));
          const custom_attributes = { ...earlier, ...call.body.custom_attributes };
          return next({ ...call, body: { ...call.body, custom_attributes } });
        }),
    },
    "null-refused-in-contacts": {
      does: "Null is refused in a change of a contact.",
      open: "K6",
      fault: () =>
        around("updateContact", async ({ body: given }, proceed) =>
          Object.values(Object(given)).includes(null) ? refusal(400) : proceed(),
        ),
    },
    "null-is-nothing-in-contacts": {
      does: "Null in a change of a contact counts as left out.",
      open: "K6",
      fault: () =>
        asked("updateContact", ({ body: given }) => ({
          body: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
        })),
    },
    "empty-contact-changes-refused": {
      does: "A change of a contact that names nothing is refused.",
      open: "K6",
      fault: () =>
        around("updateContact", async ({ body: given }, proceed) =>
          Object.keys(Object(given)).length === 0 ? refusal(422) : proceed(),
        ),
    },
    "tags-add-up": {
      does: "Tags that are set stand beside those there were.",
      open: "K7",
      fault: () =>
        handling("updateContact", async (call, next, others) => {
          if (!Array.isArray(call.body.tags)) return next(call);
          const before = await others.getContact?.(call);
          const earlier = at(before?.body, "data", "tags");
          const tags = [...(Array.isArray(earlier) ? earlier : []), ...call.body.tags];
          return next({ ...call, body: { ...call.body, tags } });
        }),
    },
    "contacts-without-nulls": {
      does: "What is not known of a contact is left out.",
      open: "K8",
      fault: () =>
        together(
          ...["email", "phone", "company"].map((member) => shown(member, unlessNull)),
          shown("custom_attributes", (value) =>
            Object.keys(Object(value)).length === 0 ? undefined : value,
          ),
        ),
    },
    "contacts-with-empty-texts": {
      does: "What is not known of a contact is an empty text.",
      open: "K8",
      fault: () =>
        together(...["email", "phone"].map((member) => shown(member, (value) => value ?? ""))),
    },
    "contact-list-without-attributes": {
      does: "The contact list shows no attributes.",
      open: "K8",
      fault: () => body("listContacts", "data.*.custom_attributes", () => undefined),
    },
    "contact-tags-in-order": {
      does: "Tags are kept in alphabetical order.",
      open: "K7",
      fault: () =>
        shown("tags", (tags) => (Array.isArray(tags) ? tags.map(String).toSorted() : tags)),
    },
    "contacts-say-more": {
      does: "A contact has members that are not documented.",
      open: "D5",
      fault: () =>
        together(
          ...whole.map((id) =>
            leaving(id, ({ status, body: answer }) =>
              status < 300
                ? { body: edit(answer, "data.updated_at", () => "2026-04-02T12:00:00Z") }
                : {},
            ),
          ),
        ),
    },
    "new-contacts-out-of-reach": {
      does: "A conversation cannot be started with somebody who never wrote.",
      open: "V6",
      fault: () => {
        const made = new Set<unknown>();
        return together(
          handling("createContact", async (call, next) => {
            const answer = await next(call);
            made.add(at(answer.body, "data", "id"));
            return answer;
          }),
          handling("createConversation", async (call, next) =>
            made.has(call.body.contact_id) ? refusal(422) : next(call),
          ),
        );
      },
    },
  },
  { features: true },
);
