import { type Check, check } from "../check.ts";
import { at, control, show } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { answersWith } from "./answers.ts";
import {
  changeContact,
  changedContact,
  contactReadBack,
  ownContactId,
  readContact,
  tagNames,
} from "./contacts.ts";
import { identity } from "./identity.ts";
import { accepted, leftAlone, type Step, takes } from "./step.ts";

interface ContactWalk {
  /** The contact as it read when it was new. */
  readonly new: Exchange;
  readonly before: Exchange;
  readonly several: Step;
  readonly tags: Step;
  readonly company: Step;
  readonly attribute?: Step;
}

/** Changes members of a contact and reads it back. */
async function step(context: ProbeContext, id: string, body: Step["body"]): Promise<Step> {
  const what = `${Object.keys(body).join(", ")} = ${show(Object.values(body)[0])}`;
  const changed = await changeContact(context, id, body, what);
  return { body, changed, after: await readContact(context, id, `read after ${what}`) };
}

/** Our contact, member by member: each is changed, and the others are seen to stay. */
export const contactWalk: Probe<ContactWalk> = {
  name: "our contact, member by member",
  run: async (context) => {
    control((await context.use(changedContact)).control);
    const id = await ownContactId(context);
    const [, tag] = await tagNames(context);
    const [attribute] = await context.optionalFixture("custom_attribute");
    const { name, phone, email } = identity(context, 1);
    return {
      new: (await context.use(contactReadBack)).control,
      before: await readContact(context, id, "before its changes"),
      several: await step(context, id, { name, phone, email }),
      tags: await step(context, id, { tags: [tag] }),
      company: await step(context, id, { company: "PT Concordat Tiga" }),
      ...(attribute !== undefined && {
        attribute: await step(context, id, { custom_attributes: { [attribute]: "Concordat" } }),
      }),
    };
  },
};

const paths = (...members: readonly string[]) => members.map((member) => [member]);

/** What the documentation promises of a change of a contact. */
export const contactChangeChecks: readonly Check[] = [
  check("sahut/contacts/changes-are-kept", contactWalk, ({ several, company }) =>
    [several, company].flatMap((each) =>
      Object.entries(each.body).flatMap(([member, value]) => takes(each, [member], value)),
    ),
  ),
  check("sahut/contacts/tags-are-set", contactWalk, ({ tags }) => {
    const refused = accepted(tags);
    if (refused.length > 0) return refused;
    const [tag] = Object.values(tags.body).flat();
    const now = at(control(tags.after).json, "data", "tags");
    // Whether those there were stay beside it is not documented.
    if (Array.isArray(now) && now.includes(tag)) return [];
    return [
      {
        message: "A tag that was set is not among the contact's tags",
        expected: `tags with ${show(tag)}`,
        actual: show(now),
        exchange: tags.after,
      },
    ];
  }),
  check("sahut/contacts/attributes-are-set", contactWalk, ({ attribute }) => {
    if (attribute === undefined)
      missingFixture("custom_attribute", "it is not configured, and the target shows none");
    const [[name = "", value] = []] = Object.entries(Object(attribute.body.custom_attributes));
    return takes(attribute, ["custom_attributes", name], value);
  }),
  check("sahut/contacts/left-out-stays", contactWalk, (walk) => [
    ...leftAlone(walk.before, walk.several, paths("id", "company", "tags")),
    ...leftAlone(walk.several.after, walk.tags, paths("name", "phone", "email", "company")),
    ...leftAlone(walk.tags.after, walk.company, paths("name", "phone", "email", "tags")),
    ...(walk.attribute === undefined
      ? []
      : leftAlone(
          walk.company.after,
          walk.attribute,
          paths("name", "phone", "email", "company", "tags"),
        )),
  ]),
  check("sahut/contacts/creation-time-stays", contactWalk, (walk) =>
    leftAlone(walk.new, walk.company, [["created_at"]]),
  ),
  check("sahut/contacts/answer-shows-the-change", contactWalk, ({ several, company }) =>
    [several, company].flatMap(({ changed, body }) =>
      answersWith(
        changed,
        Object.entries(body).map(([member, value]) => [[member], value] as const),
      ),
    ),
  ),
];

/** The last reading of our contact, with what was set in it. */
export const lastReading = ({ company, attribute }: ContactWalk): Exchange =>
  (attribute ?? company).after;
