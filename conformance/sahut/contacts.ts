import { at, isSuccess, listAt, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Discovery, Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { identity } from "./identity.ts";
import { idsOf } from "./inbox.ts";

/** The contacts as they come when nothing is asked for. */
export const contactList: ControlProbe = {
  name: "the contact list",
  run: async ({ send }) => ({
    control: await send({ operationId: "listContacts", purpose: "the contacts, no parameter" }),
  }),
};

/** As many contacts as one page may hold: what tags and attributes are discovered in. */
export const largestContactPage: Probe<{ readonly page: Exchange }> = {
  name: "the largest page of contacts",
  run: async ({ send }) => ({
    page: await send({
      operationId: "listContacts",
      purpose: "the largest page of contacts",
      query: { per_page: "100" },
    }),
  }),
};

/**
 * A contact that the run makes for itself. Its name begins with a word of its own, and its phone number and email are
 * new, since those of another contact may be refused.
 */
export const ownContact: ControlProbe = {
  name: "a contact of our own",
  run: async (context) => {
    const [tag] = await tagNames(context);
    return {
      control: await context.send({
        operationId: "createContact",
        purpose: "a new contact",
        body: { ...identity(context, 0), company: "PT Concordat", tags: [tag] },
      }),
    };
  },
};

/** The id of the run's own contact. */
export async function ownContactId({ use }: ProbeContext): Promise<string> {
  return textAt((await use(ownContact)).control, "data", "id");
}

/** Reads a contact. */
export const readContact = (
  context: ProbeContext,
  id: string,
  purpose: string,
): Promise<Exchange> => context.send({ operationId: "getContact", path: { id }, purpose });

/** Changes a contact. */
export const changeContact = (
  context: ProbeContext,
  id: string,
  body: unknown,
  purpose: string,
): Promise<Exchange> => context.send({ operationId: "updateContact", path: { id }, body, purpose });

/** The run's own contact, read before anything changes it. */
export const contactReadBack: ControlProbe = {
  name: "our contact, read",
  run: async (context) => ({
    control: await readContact(context, await ownContactId(context), "a contact, read"),
  }),
};

/** The run's own contact, with another company. */
export const changedContact: ControlProbe = {
  name: "our contact, changed",
  run: async (context) => {
    const { control } = await context.use(contactReadBack);
    const id = control.call.path?.id ?? "";
    return {
      control: await changeContact(context, id, { company: "PT Concordat Dua" }, "a new company"),
    };
  },
};

/** Two tags to set: such as contacts have already, since making new ones may not be possible; the rarest come first. */
export async function tagNames(context: ProbeContext): Promise<readonly [string, string]> {
  const { page } = await context.use(largestContactPage);
  const data = at(page.response?.json, "data");
  const seen = new Map<string, number>();
  for (const item of Array.isArray(data) ? data : []) {
    const tags = at(item, "tags");
    for (const tag of Array.isArray(tags) ? tags : [])
      if (typeof tag === "string") seen.set(tag, (seen.get(tag) ?? 0) + 1);
  }
  const rarest = [...seen].toSorted(([, a], [, b]) => a - b).map(([tag]) => tag);
  const [first, second] = [...new Set([...rarest, "vip", "reseller"])];
  return [first ?? "vip", second ?? "reseller"];
}

/** How many contacts are read in search of an attribute, where the list shows none. */
const looks = 3;

const isText = (value: unknown): boolean =>
  typeof value === "string" && !/^\d{4}-\d{2}|^$/.test(value);

/** The name of an attribute that holds a text, so that it takes any other. */
export const textAttribute: Discovery = async (context) => {
  const { page } = await context.use(largestContactPage);
  const nameIn = (contact: unknown): string | undefined =>
    Object.entries(Object(at(contact, "custom_attributes"))).find(([, value]) =>
      isText(value),
    )?.[0];
  for (const contact of listAt(page, "data")) {
    const name = nameIn(contact);
    if (name !== undefined) return [name];
  }
  for (const id of idsOf(page).slice(0, looks)) {
    if (typeof id !== "string") continue;
    const { response } = await readContact(context, id, "an earlier contact");
    const name = response && isSuccess(response) ? nameIn(at(response.json, "data")) : undefined;
    if (name !== undefined) return [name];
  }
  return undefined;
};
