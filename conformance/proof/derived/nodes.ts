import { type Contract, locate } from "../../contract/contract.ts";
import { arrayAt, below, isObject, type JsonObject, objectAt } from "../../contract/json.ts";
import type { Place, Step } from "./place.ts";

/** A schema, and where it holds in a body. */
export interface Node {
  readonly place: Place;
  readonly schema: JsonObject;
}

/** Every schema that a body has to fit, with the place where it holds; one that contains itself is entered once. */
export function nodesOf(contract: Contract, pointer: string): readonly Node[] {
  const walk = (at: string, place: Place, above: readonly string[]): readonly Node[] => {
    const { pointer: here, schema } = locate(contract.document, at);
    if (above.includes(here)) return [];
    const into = (to: string, ...steps: Step[]): readonly Node[] =>
      walk(to, [...place, ...steps], [...above, here]);
    const choices = ["oneOf", "anyOf"].flatMap((keyword) =>
      arrayAt(schema, keyword).map((_, index) => below(here, keyword, index)),
    );
    const members = Object.keys(objectAt(schema, "properties")).flatMap((member) =>
      into(below(here, "properties", member), { member }),
    );
    return [
      { place, schema: withTypesOf(contract, schema, choices) },
      ...members,
      ...(isObject(schema.items) ? into(below(here, "items"), { item: "every" }) : []),
      ...arrayAt(schema, "allOf").flatMap((_, index) => into(below(here, "allOf", index))),
      ...choices.flatMap((choice) => {
        const tag = tagOf(contract, schema, choice);
        const nodes = into(choice, ...tag);
        return tag.length > 0 ? nodes : nodes.flatMap((node) => asOneOfSeveral(node, place));
      }),
    ];
  };
  return walk(pointer, [], []);
}

/** A type that one branch refuses, another may allow; what an object must have, it must have in any case. */
function asOneOfSeveral({ place, schema }: Node, owner: Place): readonly Node[] {
  if (place.length > owner.length) return [{ place, schema }];
  return schema.type === "object" ? [{ place, schema: { required: schema.required } }] : [];
}

/** The schema, with the types that its branches allow together if it names none itself. */
function withTypesOf(
  contract: Contract,
  schema: JsonObject,
  choices: readonly string[],
): JsonObject {
  if (schema.type !== undefined || choices.length === 0) return schema;
  const types = choices.flatMap((choice) => {
    const { schema: branch } = locate(contract.document, choice);
    return typesOf(branch) ?? ["any"];
  });
  return types.includes("any") ? schema : { ...schema, type: [...new Set(types)] };
}

/** The types that a schema allows; undefined when it allows any. */
export function typesOf(schema: JsonObject): readonly string[] | undefined {
  if (schema.type !== undefined) return [schema.type].flat().map(String);
  const values = "const" in schema ? [schema.const] : arrayAt(schema, "enum");
  return values.length > 0 ? [...new Set(values.map(typeOf))] : undefined;
}

/** The JSON type of a value: a whole number is an `integer`. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** What tells a branch from the others, where the contract names a discriminator. */
function tagOf(contract: Contract, schema: JsonObject, choice: string): readonly Step[] {
  const tag = objectAt(schema, "discriminator").propertyName;
  if (typeof tag !== "string") return [];
  const { pointer } = locate(contract.document, choice);
  const { schema: member } = locate(contract.document, below(pointer, "properties", tag));
  const values = "const" in member ? [member.const] : arrayAt(member, "enum");
  return [{ tag, values }];
}
