import { type Contract, locate, type Operation } from "../contract/contract.ts";
import { below, isObject, type JsonObject, objectAt } from "../contract/json.ts";
import type { Call, Level } from "../model.ts";
import { inWords } from "./in-words.ts";

/** A valid request at the edge of what a constraint allows. */
export interface Edge {
  /** `query/per_page/accepts-maximum`. */
  readonly slug: string;
  /** For people: "the largest `per_page`, 100". */
  readonly what: string;
  /** Default: `must`. */
  readonly level?: Level;
  readonly apply: (valid: Call) => Call;
}

/** The edges of an operation's query parameters and of the members of its body, from the inside. */
export function acceptableEdges(contract: Contract, operation: Operation): readonly Edge[] {
  const query = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, schema }) =>
      edgesOf(schema.schema).map(
        ([slug, value]): Edge => ({
          slug: `query/${name}/${slug}`,
          what: `\`${name}\` ${inWords(value)}`,
          apply: (valid) => ({ ...valid, query: { ...valid.query, [name]: String(value) } }),
        }),
      ),
    );
  const { schema: body, pointer } = operation.body?.schema ?? { schema: {}, pointer: "" };
  const members = Object.keys(objectAt(body, "properties")).flatMap((name) =>
    edgesOf(locate(contract.document, below(pointer, "properties", name)).schema).map(
      ([slug, value]): Edge => ({
        slug: `body/${name}/${slug}`,
        what: `\`${name}\` ${inWords(value)}`,
        apply: (valid) => ({
          ...valid,
          body: { ...(isObject(valid.body) ? valid.body : {}), [name]: value },
        }),
      }),
    ),
  );
  return [...query, ...members];
}

function edgesOf(schema: JsonObject): readonly (readonly [string, unknown])[] {
  const values = Array.isArray(schema.enum) ? schema.enum : [];
  return [
    ...values
      .filter((value) => value !== null)
      .map((value) => [`accepts-${String(value)}`, value] as const),
    ...(typeof schema.maximum === "number" ? [["accepts-maximum", schema.maximum] as const] : []),
    // The control, which leaves it out, has asked for the default already.
    ...(typeof schema.minimum === "number" && schema.minimum !== schema.default
      ? [["accepts-minimum", schema.minimum] as const]
      : []),
    ...(typeof schema.maxLength === "number"
      ? [["accepts-maxLength", "x".repeat(schema.maxLength)] as const]
      : []),
    ...(values.includes(null) || [schema.type].flat().includes("null")
      ? [["accepts-null", null] as const]
      : []),
  ];
}
