import type { Contract, Operation, RequestBody } from "../../contract/contract.ts";
import { below, isObject, type JsonObject } from "../../contract/json.ts";
import { canProduce, isJsonType } from "../../contract/media-type.ts";
import type { Call } from "../../model.ts";
import { inWords } from "../in-words.ts";
import { type Breaking, breakingValues, requiredOf } from "../values/breaks.ts";
import type { Schemas } from "../values/schemas.ts";
import { reactionTo, type Violation } from "../violations.ts";
import { bodiesOf, notWithThis } from "./bodies.ts";
import { partsIn } from "./body-parts.ts";
import { type Place, partAt, placeName, withoutMember, withPart } from "./place.ts";
import { refusalLevel } from "./strictness.ts";

/** Each constraint of a body, broken alone; and no body, and one that is no JSON. */
export function bodyViolations(
  contract: Contract,
  schemas: Schemas,
  operation: Operation,
  body: RequestBody,
): readonly Violation[] {
  const { control, full } = bodiesOf(contract, schemas, body);
  const { schema } = body.schema;
  const made = (
    slug: string,
    keyword: string,
    what: string,
    owner: JsonObject,
    apply: (valid: Call) => Call,
  ): Violation => ({
    slug: `body/${slug}`,
    what,
    reaction: reactionTo(contract, owner, keyword),
    level: refusalLevel(operation, keyword, false),
    apply,
  });
  const whole: Violation[] = [
    ...(body.required
      ? [
          made(
            "required",
            "required",
            "a request without a body",
            schema,
            ({ body: _, ...valid }) => valid,
          ),
        ]
      : []),
    ...(isJsonType(body.mediaType)
      ? [
          made(
            "malformed",
            "malformed",
            "a body that is no JSON",
            schema,
            ({ body: _, ...valid }) => ({
              ...valid,
              raw: { body: '{"concordat": ', contentType: body.mediaType },
            }),
          ),
        ]
      : []),
  ];
  if (control === undefined || !canProduce(body.mediaType)) return whole;
  const isText = !isJsonType(body.mediaType);
  const cases = partsIn(schemas, schema, control)
    .filter(({ place }) => !isText || place.length === 1)
    .flatMap(({ place, schema: part }): Violation[] => {
      const label = placeName(place);
      const prefix = label === "" ? "" : `${label}/`;
      const breaks = (changed: unknown, keywords: readonly string[]): boolean =>
        breaksOnly(schemas, schema, changed, place, keywords);
      const missing = requiredOf(part)
        .filter((name) =>
          breaks(withoutMember(control, full, place, name), ["required", ...combined]),
        )
        .map((name) =>
          made(
            `${prefix}${name}/required`,
            "required",
            `a body without \`${placeName([...place, name])}\``,
            part,
            (valid) => {
              const body = withoutMember(valid.body, full, place, name);
              if (!breaks(body, ["required", ...combined])) notWithThis("breaks nothing");
              return { ...valid, body };
            },
          ),
        );
      const broken = breakingValues(schemas, part).flatMap((breaking): Violation[] => {
        const keyword = breaking.keyword === "null" ? "type" : breaking.keyword;
        const present = partAt(control, place) ?? partAt(full, place);
        const value = candidatesFor(breaking, present, isText).find((one) =>
          breaks(withPart(control, full, place, one), [keyword, ...breaking.with]),
        );
        if (value === undefined) return [];
        const what = label === "" ? `a body ${inWords(value)}` : `\`${label}\` ${inWords(value)}`;
        return [
          made(`${prefix}${breaking.keyword}`, breaking.keyword, what, part, (valid) => {
            const body = withPart(valid.body, full, place, value);
            if (!breaks(body, [keyword, ...breaking.with])) notWithThis("breaks nothing");
            return { ...valid, body };
          }),
        ];
      });
      return [...missing, ...broken];
    });
  return [...whole, ...cases];
}

const combined = ["anyOf", "oneOf", "dependentRequired"];

function candidatesFor(
  { keyword, candidates }: Breaking,
  present: unknown,
  isText: boolean,
): readonly unknown[] {
  if (keyword === "additionalProperties")
    return isObject(present) ? [{ ...present, concordat: "surplus" }] : [];
  // A form holds texts: it takes a text to be told from a number, and nothing is no text.
  if (isText)
    return candidates.filter(
      (value) => typeof value === "string" && value !== "" && keyword !== "null",
    );
  return candidates;
}

/**
 * Whether a body is broken at a place, by nothing but some keywords. What its owners say of it is a consequence: that
 * no branch of theirs fits it.
 */
function breaksOnly(
  schemas: Schemas,
  schema: JsonObject,
  body: unknown,
  place: Place,
  keywords: readonly string[],
): boolean {
  const misfits = schemas.misfits(schema, body) ?? [];
  const pointer = below("", ...place).replace(/^\/$/, "");
  const here = misfits.filter((one) => one.pointer === (place.length === 0 ? "" : pointer));
  const elsewhere = misfits.filter((one) => !here.includes(one));
  return (
    here.some(({ keyword }) => keyword === keywords[0]) &&
    here.every(({ keyword }) => keywords.includes(keyword) || combined.includes(keyword)) &&
    elsewhere.every((one) => pointer.startsWith(`${one.pointer}/`))
  );
}
