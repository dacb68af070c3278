import { type Check, check, checkAll } from "../check.ts";
import {
  answered,
  at,
  control,
  describe,
  isSuccess,
  listAt,
  refusedWith,
  show,
  textAt,
} from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { contactWalk, lastReading } from "./contact-changing.ts";
import { type Search, search } from "./listing.ts";
import { listed, same } from "./step.ts";

interface Found {
  /** Our contact by itself. */
  readonly reading: Exchange;
  readonly byName: Search;
  readonly byPhone: Search;
  readonly byEmail: Search;
  readonly byTag: Search;
  /** A word and a tag that nobody has; whether such a tag is refused is not documented. */
  readonly strange: readonly Exchange[];
}

/** Our contact, looked for by all that it can be found by. */
export const finding: Probe<Found> = {
  name: "our contact, looked for",
  run: async (context) => {
    const reading = lastReading(await context.use(contactWalk));
    const id = textAt(reading, "data", "id");
    const by = (query: Readonly<Record<string, string>>): Promise<Search> =>
      search(context, id, query, "listContacts");
    const list = (query: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "listContacts", query, purpose });
    const [word = ""] = textAt(reading, "data", "name").split(" ");
    return {
      reading,
      byName: await by({ q: word }),
      byPhone: await by({ q: textAt(reading, "data", "phone") }),
      byEmail: await by({ q: textAt(reading, "data", "email") }),
      byTag: await by({ tag: textAt(reading, "data", "tags", 0) }),
      strange: [
        await list({ q: "qxzvbconcordat" }, "a word that nobody has"),
        await list({ tag: "qxzvb-concordat" }, "a tag that nobody has"),
      ],
    };
  },
};

const folded = (value: unknown): string => String(value ?? "").toLowerCase();
const digits = (value: unknown): string => folded(value).replace(/\D/g, "");

/** How a match is made is not documented, but that name, phone number and email are looked at. */
function matches(contact: unknown, q: string): boolean {
  const phone = digits(at(contact, "phone"));
  return (
    ["name", "phone", "email"].some((member) => folded(at(contact, member)).includes(folded(q))) ||
    (digits(q).length > 3 && phone.endsWith(digits(q).slice(-8)))
  );
}

/** Whether letter case counts, or a part of a tag will do, is not documented. */
function isTagged(contact: unknown, tag: string): boolean {
  const tags = at(contact, "tags");
  return Array.isArray(tags) && tags.some((each) => folded(each).includes(folded(tag)));
}

/** Every page of contacts that was read under a filter holds only what the filter lets through. */
const holds = (
  id: string,
  filter: "q" | "tag",
  fits: (contact: unknown, wanted: string) => boolean,
): Check =>
  checkAll(id, [finding], (exchanges, { evidence }) => {
    const { byName, byPhone, byEmail, byTag } = evidence(finding);
    const isFiltered = ({ call }: Exchange): boolean =>
      call.operationId === "listContacts" && call.query?.[filter] !== undefined;
    const asked = [byName, byPhone, byEmail, byTag].flatMap(({ pages }) => pages);
    const refused = asked.filter((page) => isFiltered(page) && !isSuccess(answered(page)));
    const read = exchanges.filter(
      (page) => isFiltered(page) && page.response !== undefined && isSuccess(page.response),
    );
    return [
      ...refused.flatMap((page) => refusedWith(page, [200])),
      ...read.flatMap((page) => misfits(page, page.call.query?.[filter] ?? "", fits)),
    ];
  });

function misfits(
  page: Exchange,
  wanted: string,
  fits: (contact: unknown, wanted: string) => boolean,
): readonly Finding[] {
  const wrong = listAt(page, "data").filter((contact) => !fits(contact, wanted));
  return wrong.slice(0, 1).map((contact) => ({
    message: `${describe(page)}: ${wrong.length} contacts do not fit ${show(wanted)}, ${show(at(contact, "id"))} first`,
    expected: `only contacts with ${show(wanted)}`,
    actual: show(contact),
    exchange: page,
  }));
}

/** The members on which a list and the contact itself are compared. */
const compared = ["id", "name", "phone", "email", "company", "tags", "created_at"];

/** What the documentation promises of looking for contacts. */
export const contactFindChecks: readonly Check[] = [
  ...(["Name", "Phone", "Email"] as const).map((member) =>
    check(`sahut/contacts/is-found-by-${member.toLowerCase()}`, finding, (found) => {
      const what = `A contact, under \`q\` with its ${member.toLowerCase()},`;
      return listed(found[`by${member}`], true, what);
    }),
  ),
  check("sahut/contacts/is-found-by-tag", finding, ({ byTag }) =>
    listed(byTag, true, "A contact, under the filter for its tag,"),
  ),
  holds("sahut/contacts/q-lets-only-matches-through", "q", matches),
  holds("sahut/contacts/tag-lets-only-tagged-through", "tag", isTagged),
  check("sahut/contacts/list-and-contact-agree", finding, ({ reading, byName }) => {
    const alone = control(reading);
    const { item, pages } = byName;
    if (item === undefined) return untestable("the contact is not listed");
    const page = pages.at(-1);
    return compared.flatMap((member): Finding[] => {
      const one = at(alone.json, "data", member);
      const other = at(item, member);
      if (same(one, other)) return [];
      return [
        {
          message: `The list and the contact itself disagree on ${member}`,
          expected: show(one),
          actual: show(other),
          ...(page && { exchange: page }),
        },
      ];
    });
  }),
];
