import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import { partsOf } from "../values/breaks.ts";
import { merged } from "../values/merge.ts";
import type { Schemas } from "../values/schemas.ts";
import { type Place, partAt } from "./place.ts";

/** Deeper parts of a body are not broken one by one. */
const deepest = 4;

/**
 * The parts of a body with their schemas, and the members that each could have; of alternatives those that were chosen.
 * What would need an owner that the control does not have is left alone: nothing has shown that the owner is accepted.
 */
export function partsIn(
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
