import type { Contract, RequestBody } from "../../contract/contract.ts";
import { below, isObject, objectAt } from "../../contract/json.ts";
import { canProduce } from "../../contract/media-type.ts";
import { untestable } from "../../obstacles.ts";
import { documented, sampleOf } from "../values/sample.ts";
import type { Schemas } from "../values/schemas.ts";

/** The bodies that cases start from. */
export interface Bodies {
  /** Documented examples that fit, by their names. */
  readonly examples: ReadonlyMap<string, unknown>;
  readonly minimal: unknown;
  readonly full: unknown;
  /** What the control sends: the first example, else the minimal one. Undefined where none can be made. */
  readonly control: unknown;
}

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

/** Where another body than the first was accepted, a change may come to something else. */
export function notWithThis(what: string): never {
  return untestable(`the body that was accepted is another one, with which this ${what}`);
}
