import { type Contract, type Located, locate, type Operation } from "../contract/contract.ts";
import { arrayAt, below, isObject, type JsonObject, objectAt } from "../contract/json.ts";
import type { Call, Level } from "../model.ts";
import { inWords } from "./in-words.ts";

/** What may happen to a request that breaks a keyword; see openapi/README.md. */
export type Reaction = "refuse" | "refuse-or-clamp" | "undocumented";

/** One constraint of an operation's requests, and how to break it and nothing else. */
export interface Violation {
  /** `query/per_page/maximum`, `body/contact_id/required`. */
  readonly slug: string;
  /** For people: "`per_page` of 101". */
  readonly what: string;
  readonly reaction: Reaction;
  /** Default: `must`. */
  readonly level?: Level;
  readonly apply: (valid: Call) => Call;
}

type Broken = readonly (readonly [keyword: string, value: unknown])[];

/** Every constraint of the operation's query and body that this module knows how to break. */
export function violationsOf(contract: Contract, operation: Operation): readonly Violation[] {
  return [...queryViolations(contract, operation), ...bodyViolations(contract, operation)];
}

function queryViolations(contract: Contract, operation: Operation): readonly Violation[] {
  return operation.parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, schema }) =>
      brokenTexts(schema.schema).map(([keyword, value]) => ({
        slug: `query/${name}/${keyword}`,
        what: `\`${name}\` ${inWords(value)}`,
        reaction: reactionTo(contract, schema.schema, keyword),
        apply: (valid: Call): Call => ({
          ...valid,
          query: { ...valid.query, [name]: String(value) },
        }),
      })),
    );
}

/** In a query everything is text, so only what is not text by nature has a type to break. */
const brokenTexts = (schema: JsonObject): Broken =>
  brokenValues(schema)
    .filter(([keyword]) => keyword !== "type" && keyword !== "null")
    .concat(schema.type === "integer" || schema.type === "number" ? [["type", "concordat"]] : []);

function bodyViolations(contract: Contract, operation: Operation): readonly Violation[] {
  if (operation.body === undefined) return [];
  const { schema, pointer } = operation.body.schema;
  const whole: Violation[] =
    arrayAt(schema, "anyOf").every((branch) => isObject(branch) && branch.required) &&
    arrayAt(schema, "anyOf").length > 0
      ? [
          {
            slug: "body/anyOf",
            what: `a body with none of ${alternatives(schema)
              .map((name) => `\`${name}\``)
              .join(", ")}`,
            reaction: reactionTo(contract, schema, "anyOf"),
            apply: (valid) =>
              alternatives(schema).reduce((call, name) => withoutMember(call, [name]), valid),
          },
        ]
      : [];
  return [...whole, ...memberViolations(contract, { schema, pointer }, [])];
}

const alternatives = (schema: JsonObject): readonly string[] =>
  arrayAt(schema, "anyOf").flatMap((branch) => arrayAt(branch, "required").map(String));

function memberViolations(
  contract: Contract,
  owner: Located,
  path: readonly string[],
  within: readonly string[] = [],
): readonly Violation[] {
  // A schema that holds itself has no end.
  if (within.includes(owner.pointer)) return [];
  const required = arrayAt(owner.schema, "required");
  return Object.keys(objectAt(owner.schema, "properties")).flatMap((name) => {
    const member = locate(contract.document, below(owner.pointer, "properties", name));
    const here = [...path, name];
    const label = here.join(".");
    const missing: Violation[] =
      required.includes(name) && path.length === 0
        ? [
            {
              slug: `body/${label}/required`,
              what: `a body without \`${label}\``,
              reaction: reactionTo(contract, owner.schema, "required"),
              apply: (valid) => withoutMember(valid, here),
            },
          ]
        : [];
    const broken = brokenValues(member.schema).map(
      ([keyword, value]): Violation => ({
        slug: `body/${label}/${keyword}`,
        what: `\`${label}\` ${inWords(value)}`,
        reaction: reactionTo(contract, member.schema, keyword),
        apply: (valid) => withMember(valid, here, value),
      }),
    );
    // Further down, what nobody documents is not worth a request.
    const inside = memberViolations(contract, member, here, [...within, owner.pointer]).filter(
      ({ reaction }) => reaction !== "undocumented",
    );
    return [...missing, ...broken, ...inside];
  });
}

/** A value for each keyword of a schema that breaks this keyword and, as far as one can, no other. */
function brokenValues(schema: JsonObject): Broken {
  const types = [schema.type].flat();
  const length = (n: number): string => "x".repeat(n);
  const values: (readonly [string, unknown] | undefined)[] = [
    types.includes(undefined) ? undefined : ["type", ofAnotherType(types)],
    Array.isArray(schema.enum) ? ["enum", "concordat"] : undefined,
    typeof schema.maximum === "number" ? ["maximum", schema.maximum + 1] : undefined,
    typeof schema.minimum === "number" ? ["minimum", schema.minimum - 1] : undefined,
    typeof schema.maxLength === "number" ? ["maxLength", length(schema.maxLength + 1)] : undefined,
    typeof schema.minLength === "number" && schema.minLength > 0
      ? ["minLength", length(schema.minLength - 1)]
      : undefined,
  ];
  return values.filter((value) => value !== undefined);
}

function ofAnotherType(types: readonly unknown[]): unknown {
  if (!types.includes("string")) return "concordat";
  return types.includes("integer") || types.includes("number") ? true : 12345;
}

/** What the contract says may happen to a request that breaks a keyword of a schema. */
export function reactionTo(contract: Contract, schema: JsonObject, keyword: string): Reaction {
  const named =
    objectAt(schema, "x-violations")[keyword] ??
    objectAt(contract.document, "x-violations")[keyword];
  return named === "refuse-or-clamp" || named === "undocumented" ? named : "refuse";
}

function withMember(call: Call, path: readonly string[], value: unknown): Call {
  const set = (owner: unknown, [name = "", ...rest]: readonly string[]): JsonObject => ({
    ...(isObject(owner) ? owner : {}),
    [name]: rest.length === 0 ? value : set(isObject(owner) ? owner[name] : undefined, rest),
  });
  return { ...call, body: set(call.body, path) };
}

function withoutMember(call: Call, [name = ""]: readonly string[]): Call {
  const { [name]: _, ...rest } = isObject(call.body) ? call.body : {};
  return { ...call, body: rest };
}
