import type { Contract, Operation, RequestBody } from "../../contract/contract.ts";
import { arrayAt, below, isObject, type JsonObject, objectAt } from "../../contract/json.ts";
import { canProduce, isJsonType } from "../../contract/media-type.ts";
import type { Call, Level } from "../../model.ts";
import { untestable } from "../../obstacles.ts";
import type { Edge } from "../edges.ts";
import { inWords } from "../in-words.ts";
import { type Breaking, breakingValues, partsOf, requiredOf } from "../values/breaks.ts";
import { edgeValues } from "../values/edges.ts";
import { merged } from "../values/merge.ts";
import { randomInstances } from "../values/random.ts";
import { documented, sampleOf } from "../values/sample.ts";
import type { Schemas } from "../values/schemas.ts";
import { reactionTo, type Violation } from "../violations.ts";
import { isIdName } from "./names.ts";
import { type Place, partAt, placeName, withoutMember, withPart } from "./place.ts";
import { refusalLevel } from "./strictness.ts";

/** The bodies that cases start from. */
export interface Bodies {
  /** Documented examples that fit, by their names. */
  readonly examples: ReadonlyMap<string, unknown>;
  readonly minimal: unknown;
  readonly full: unknown;
  /** What the control sends: the first example, else the minimal one. Undefined where none can be made. */
  readonly control: unknown;
}

/** Deeper parts of a body are not broken one by one. */
const deepest = 4;

/** The valid bodies of an operation that are not random. */
export function bodiesOf(contract: Contract, schemas: Schemas, body: RequestBody): Bodies {
  const { schema } = body.schema;
  const examples = new Map(
    [
      ...examplesAt(contract, body.owner),
      ...documented(schemas.flat(schema)).map((one, i) => [`schema-${i + 1}`, one] as const),
    ]
      // One in a media type that nothing here writes is taken as it stands.
      .filter(([, value]) =>
        canProduce(body.mediaType) ? schemas.fits(schema, value) : typeof value === "string",
      ),
  );
  if (!canProduce(body.mediaType)) {
    const [first] = examples.values();
    return { examples, minimal: undefined, full: undefined, control: first };
  }
  const minimal = sampleOf(schemas, schema, { size: "minimal", without: "readOnly" })?.value;
  const full = sampleOf(schemas, schema, { size: "full", without: "readOnly" })?.value;
  const [first] = examples.values();
  return { examples, minimal, full, control: first ?? minimal ?? full };
}

/** The examples of a media type or parameter, by name. */
export function examplesAt(
  contract: Contract,
  owner: string,
): readonly (readonly [name: string, value: unknown])[] {
  const holder = contract.resolve(owner);
  if (!isObject(holder)) return [];
  const single = "example" in holder ? [["example", holder.example] as const] : [];
  const several = Object.keys(objectAt(holder, "examples")).flatMap((name) => {
    const example = contract.resolve(below(owner, "examples", name));
    const target =
      isObject(example) && typeof example.$ref === "string"
        ? contract.resolve(example.$ref)
        : example;
    return isObject(target) && "value" in target ? [[name, target.value] as const] : [];
  });
  return [...single, ...several];
}

/** Valid bodies besides the control's: examples, the smallest, the fullest, each edge of each part, three random ones. */
export function bodyEdges(
  contract: Contract,
  schemas: Schemas,
  body: RequestBody,
  seed: number,
): readonly Edge[] {
  const { examples, minimal, full, control } = bodiesOf(contract, schemas, body);
  if (control === undefined || !canProduce(body.mediaType)) return [];
  const { schema } = body.schema;
  // What is made up may clash with rules that no schema says: that this excludes that, or has to exist.
  const whole = (slug: string, what: string, value: unknown, level: Level): readonly Edge[] =>
    value === undefined
      ? []
      : [{ slug: `body/${slug}`, what, level, apply: (valid) => ({ ...valid, body: value }) }];
  const parts = partsIn(schemas, schema, control).flatMap(({ place, schema: part }) =>
    place.length === 0 || isIdName(place.findLast((step) => step !== "0") ?? "")
      ? []
      : edgeValues(schemas, part)
          .filter(({ value }) => schemas.fits(schema, withPart(control, full, place, value)))
          .map(
            ({ slug, value }): Edge => ({
              slug: `body/${placeName(place)}/${slug}`,
              what: `\`${placeName(place)}\` ${inWords(value)}`,
              level: "should",
              apply: (valid) => {
                const changed = withPart(valid.body, full, place, value);
                if (!schemas.fits(schema, changed)) notWithThis("is not valid");
                return { ...valid, body: changed };
              },
            }),
          ),
  );
  const [, ...others] = examples.size > 0 ? [...examples] : [["", undefined] as const];
  return unlikeEach(
    [
      ...others.flatMap(([name, value]) =>
        whole(`accepts-example-${name}`, `the example \`${name}\``, value, "should"),
      ),
      ...whole("minimal", "a body with nothing but what is required", minimal, "observe"),
      ...whole("full", "a body with every member", full, "observe"),
      ...parts,
      ...randomInstances(schemas, schema, 3, seed).flatMap((value, i) =>
        whole(
          `random-${i + 1}`,
          `a random body, the ${ordinals[i]} of seed ${seed}`,
          value,
          "observe",
        ),
      ),
    ],
    control,
  );
}

const ordinals = ["first", "second", "third"];

/** Without those that say the same as the control or as an earlier one. */
function unlikeEach(edges: readonly Edge[], control: unknown): readonly Edge[] {
  const seen = new Set([JSON.stringify(control)]);
  return edges.filter((edge) => {
    const body = JSON.stringify(
      edge.apply({ operationId: undefined, purpose: "", body: control }).body,
    );
    const isNew = !seen.has(body);
    seen.add(body);
    return isNew;
  });
}

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

/** Where another body than the first was accepted, a change may come to something else. */
function notWithThis(what: string): never {
  return untestable(`the body that was accepted is another one, with which this ${what}`);
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

/**
 * The parts of a body with their schemas, and the members that each could have; of alternatives those that were chosen.
 * What would need an owner that the control does not have is left alone: nothing has shown that the owner is accepted.
 */
function partsIn(
  schemas: Schemas,
  given: JsonObject,
  value: unknown,
  place: Place = [],
): readonly { readonly place: Place; readonly schema: JsonObject }[] {
  const schema = chosen(schemas, given, value);
  if (place.length >= deepest) return [{ place, schema }];
  const inner = partsOf(schema).flatMap(([step, part]) => {
    const member = partAt(value, [step]);
    if (schemas.flat(part).readOnly === true) return [];
    const here = [...place, step];
    if (member !== undefined) return partsIn(schemas, part, member, here);
    return step === "0" ? [] : [{ place: here, schema: chosen(schemas, part, undefined) }];
  });
  return [{ place, schema }, ...inner];
}

/** A schema with the alternative that a value fits made one with it. */
function chosen(schemas: Schemas, given: JsonObject, value: unknown): JsonObject {
  const schema = schemas.flat(given);
  for (const keyword of ["oneOf", "anyOf"]) {
    const { [keyword]: branches, ...rest } = schema;
    const branch = arrayAt({ branches }, "branches")
      .filter(isObject)
      .find((one) => schemas.fits(one, value));
    if (branch !== undefined) return merged(rest, schemas.flat(branch));
  }
  return schema;
}
