import * as fc from "fast-check";
import { at } from "../../evidence.ts";
import type { Shown } from "../../explore/agree.ts";
import { which } from "../../explore/move.ts";
import type { Both } from "../../explore/symbols.ts";
import { settle, type Thing, textOf, type World } from "../../explore/world.ts";

/** The kind of things that contacts are. */
export const kind = "contact";

/** Members of a contact that hold a text, and what of them the documentation lets a change set. */
export const members = ["name", "phone", "email", "company"] as const;

/** The first word of every contact's name in a journey, which nobody else's has. */
export const wordOf = (world: World): string => `Uji${world.word}`;

/** What a contact is made with, or changed to, in this step. */
export function textsOf(world: World): Readonly<Record<(typeof members)[number], string>> {
  const number = String(world.turn).padStart(2, "0");
  const digits = [...world.word].map((letter) => letter.charCodeAt(0) % 10).join("");
  return {
    name: `${wordOf(world)} Concordat ${number}`,
    phone: `+62${digits.slice(-9)}${number}`,
    email: `${wordOf(world)}.${number}@example.com`.toLowerCase(),
    company: `PT Concordat ${number}`,
  };
}

/** Facts of a contact, as an answer shows it. Null, empty and absent are the same: which stands for nothing is open. */
function shownIn(contact: unknown): Shown {
  const attributes = at(contact, "custom_attributes");
  const tags = at(contact, "tags");
  return {
    id: at(contact, "id") ?? null,
    ...Object.fromEntries(members.map((name) => [name, at(contact, name) || null])),
    ...(Array.isArray(tags) &&
      Object.fromEntries(tags.map((tag) => [`tag ${String(tag)}`, "is there"]))),
    // A list need not show them.
    attribute:
      attributes === undefined ? undefined : (at(attributes, "{custom_attribute}") ?? null),
  };
}

/** Tags that are facts, and are not shown, are missing. */
function withTags(thing: Thing, shown: Shown): Shown {
  const tags = [...thing.facts.keys()].filter((name) => name.startsWith("tag "));
  return { ...Object.fromEntries(tags.map((name) => [name, "is missing"])), ...shown };
}

/** A contact as both answers show it, with the tags that are missing. */
export const shownOf = (thing: Thing, { target, oracle }: Both<unknown>): Both<Shown> => ({
  target: withTags(thing, shownIn(target)),
  oracle: withTags(thing, shownIn(oracle)),
});

/** Which members a request sets; `name` is always among those of a new contact. */
export interface Setting {
  readonly given: readonly (typeof members)[number][];
  readonly tag: number | null;
  readonly attribute: boolean;
}

/** What a request may set, to be drawn. */
export const settings = {
  given: fc.subarray([...members]),
  tag: fc.option(which(), { freq: 2 }),
  attribute: fc.boolean(),
};

/** The body that sets them. */
export function bodyOf(
  world: World,
  { given, tag, attribute }: Setting,
): Readonly<Record<string, unknown>> {
  const texts = textsOf(world);
  const value = tag === null ? undefined : textOf(world, "tags", tag);
  return {
    ...Object.fromEntries(given.map((name) => [name, texts[name]])),
    ...(value !== undefined && { tags: [value] }),
    ...(attribute &&
      world.texts.attributes && {
        custom_attributes: { "{custom_attribute}": `tier ${world.turn}` },
      }),
  };
}

/**
 * Takes up what a request has set.
 * @param breaks the requirement that is broken where a text is not so later
 */
export function settleAll(
  thing: Thing,
  body: Readonly<Record<string, unknown>>,
  breaks: string,
): void {
  const { tags, custom_attributes, ...texts } = body;
  for (const [name, value] of Object.entries(texts)) settle(thing, name, value, breaks);
  const isNew = breaks.endsWith("readable");
  for (const tag of Array.isArray(tags) ? tags : [])
    settle(thing, `tag ${tag}`, "is there", isNew ? breaks : "sahut/contacts/tags-are-set");
  const kept = isNew ? "custom-attributes-are-kept" : "attributes-are-set";
  if (custom_attributes !== undefined)
    settle(
      thing,
      "attribute",
      at(custom_attributes, "{custom_attribute}"),
      `sahut/contacts/${kept}`,
    );
}
