import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, arriving, asked, together } from "../fault/fault.ts";
import { relisted } from "./inbox.ts";
import { mutantsOf } from "./mutant.ts";

const list = "listContacts";

/** Takes filters off the list, where a condition on the query holds. */
const without = (
  names: readonly string[],
  when: (query: Readonly<Record<string, unknown>>) => boolean = () => true,
) =>
  asked(list, ({ query }) =>
    when(query)
      ? {
          query: Object.fromEntries(
            Object.entries(query).filter(([name]) => !names.includes(name)),
          ),
        }
      : {},
  );

/** Hides what a search finds, where a condition on the query and the contact holds. */
const hiding = (when: (q: string, contact: unknown) => boolean) =>
  relisted({
    operationId: list,
    items: (items, { query }) =>
      query.q === undefined ? items : items.filter((contact) => !when(String(query.q), contact)),
  });

const echoing = (member: "page" | "per_page") =>
  around(list, async (arrival, proceed) => {
    const answer = await proceed();
    const asked = Number(arrival.query[member]);
    return Number.isInteger(asked) && answer.status === 200
      ? { ...answer, body: edit(answer.body, `meta.${member}`, () => asked) }
      : answer;
  });

const defaultOf = (name: string, value: string) =>
  arriving(list, ({ query }) => ({ query: { [name]: value, ...query } }));

const refusal = {
  status: 422,
  body: { error: { code: "validation_error", message: "Not possible", status: 422 } },
  headers: {},
};

const firstNames = new Map<unknown, unknown>();

export const contactListMutants = mutantsOf(
  "sahut",
  {
    "q-ignored": {
      breaks: "`q` lets only matching contacts through.",
      kills: ["sahut/contacts/q-lets-only-matches-through"],
      fault: without(["q"]),
    },
    "q-that-finds-nothing-ignored": {
      breaks: "`q` lets only matching contacts through.",
      kills: ["sahut/contacts/q-lets-only-matches-through"],
      fault: around(list, async ({ query }, proceed) => {
        const answer = await proceed();
        return at(answer.body, "meta", "total") === 0 && query.q !== undefined
          ? proceed({ query: { ...query, q: undefined } })
          : answer;
      }),
    },
    "q-refused": {
      breaks: "`q` is a filter.",
      kills: ["sahut/contacts/q-lets-only-matches-through"],
      fault: around(list, async ({ query }, proceed) =>
        query.q === undefined ? proceed() : refusal,
      ),
    },
    "q-looks-at-names-not": {
      breaks: "`q` finds a contact by its name.",
      kills: ["sahut/contacts/is-found-by-name"],
      fault: hiding((q) => /^Uji/.test(q) && !q.includes("@")),
    },
    "q-looks-at-phones-not": {
      breaks: "`q` finds a contact by its phone number.",
      kills: ["sahut/contacts/is-found-by-phone"],
      fault: hiding((q) => q.startsWith("+")),
    },
    "q-takes-plus-for-a-space": {
      breaks: "`q` finds a contact by its phone number.",
      kills: ["sahut/contacts/is-found-by-phone"],
      fault: asked(list, ({ query }) =>
        query.q === undefined ? {} : { query: { ...query, q: String(query.q).replace("+", " ") } },
      ),
    },
    "q-looks-at-emails-not": {
      breaks: "`q` finds a contact by its email.",
      kills: ["sahut/contacts/is-found-by-email"],
      fault: hiding((q) => q.includes("@")),
    },
    "q-looks-at-what-was": {
      breaks: "`q` finds a contact by its name, as it is now.",
      kills: ["sahut/contacts/is-found-by-name"],
      only: "all",
      fault: relisted({
        operationId: list,
        filters: ({ query: { q: _, ...others } }) => others,
        items: (items, { query }) => {
          for (const item of items)
            if (!firstNames.has(at(item, "id"))) firstNames.set(at(item, "id"), at(item, "name"));
          return query.q === undefined
            ? items
            : items.filter((item) =>
                String(firstNames.get(at(item, "id"))).includes(String(query.q)),
              );
        },
      }),
    },
    "tag-ignored": {
      breaks: "The `tag` filter lets only contacts through that have the tag.",
      kills: ["sahut/contacts/tag-lets-only-tagged-through"],
      fault: without(["tag"]),
    },
    "tag-refused": {
      breaks: "`tag` is a filter.",
      kills: ["sahut/contacts/tag-lets-only-tagged-through"],
      fault: around(list, async ({ query }, proceed) =>
        query.tag === undefined ? proceed() : refusal,
      ),
    },
    "tag-finds-the-first-only": {
      breaks: "The `tag` filter finds a contact that has the tag.",
      kills: ["sahut/contacts/is-found-by-tag"],
      fault: relisted({
        operationId: list,
        items: (items, { query }) => (query.tag === undefined ? items : items.slice(1)),
      }),
    },
    "contacts-by-10": {
      breaks: "Without parameters, contacts come by 25.",
      kills: ["sahut/pagination/contacts-default-to-page-1-of-25"],
      fault: defaultOf("per_page", "10"),
    },
    "contacts-from-page-2": {
      breaks: "Without parameters, contacts come from page 1.",
      kills: ["sahut/pagination/contacts-default-to-page-1-of-25"],
      fault: defaultOf("page", "2"),
    },
    "contact-pages-overlap": {
      breaks: "No contact stands on two pages.",
      kills: ["sahut/pagination/contact-pages-do-not-overlap"],
      fault: relisted({ operationId: list, shift: (page) => (page > 1 ? -1 : 0) }),
    },
    "contact-page-skips-one": {
      breaks: "The pages leave no contact out.",
      kills: ["sahut/pagination/contact-pages-leave-nothing-out"],
      fault: relisted({ operationId: list, shift: (page) => (page > 1 ? 1 : 0) }),
    },
    "contact-page-ignored": {
      breaks: "No contact stands on two pages.",
      kills: ["sahut/pagination/contact-pages-do-not-overlap"],
      fault: together(
        echoing("page"),
        asked(list, ({ query }) => ({ query: { ...query, page: 1 } })),
      ),
    },
    "contact-pages-of-50-at-most": {
      breaks: "Contacts can be asked for a hundred at a time.",
      kills: ["sahut/pagination/largest-page-of-contacts-is-accepted"],
      fault: around(list, async ({ query }, proceed) =>
        Number(query.per_page) > 50 ? refusal : proceed(),
      ),
    },
    "contacts-past-the-last-page": {
      breaks: "A page of contacts past the last one holds nothing.",
      kills: ["sahut/pagination/no-contacts-past-the-last-page"],
      fault: around(list, async ({ query }, proceed) => {
        const answer = await proceed();
        const data = at(answer.body, "data");
        if (!Array.isArray(data) || data.length > 0 || query.q !== undefined) return answer;
        const first = await proceed({ query: { ...query, page: "1" } });
        return { ...answer, body: edit(answer.body, "data", () => at(first.body, "data")) };
      }),
    },
    "contact-pages-without-a-limit": {
      breaks: "`listContacts` refuses `per_page` = 101, or bends it.",
      kills: ["sahut/derived/listContacts/query/per_page/maximum"],
      fault: around(list, async ({ query }, proceed) => {
        if (Number(query.per_page) !== 101) return proceed();
        const answer = await proceed({ query: { ...query, per_page: "100" } });
        return { ...answer, body: edit(answer.body, "meta.per_page", () => 101) };
      }),
    },
    "contact-page-of-one-refused": {
      breaks: "`listContacts` accepts `per_page` = 1.",
      kills: ["sahut/derived/listContacts/query/per_page/accepts-minimum"],
      fault: around(list, async ({ query }, proceed) =>
        query.per_page === "1" ? refusal : proceed(),
      ),
    },
    ...Object.fromEntries(
      (
        [
          ["page", "type", "concordat"],
          ["page", "minimum", "0"],
          ["per_page", "type", "concordat"],
          ["per_page", "minimum", "0"],
        ] as const
      ).map(([parameter, keyword, value]) => [
        `contacts-with-${parameter}-${value}-are-a-fault`,
        {
          breaks: `\`listContacts\` refuses \`${parameter}\` = ${value}, or bends it.`,
          kills: [`sahut/derived/listContacts/query/${parameter}/${keyword}`] as const,
          fault: around(list, async ({ query }, proceed) =>
            query[parameter] === value ? { ...refusal, status: 409 } : proceed(),
          ),
        },
      ]),
    ),
  },
  { features: true },
);
