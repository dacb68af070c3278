import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Gap } from "../gap.ts";
import { arrayAt, isObject, type JsonObject, objectAt, resolvePointer, stringAt } from "../json.ts";
import { mapSchemas } from "./schemas-in.ts";

const types = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** Keywords that no judge and no generator here understands. */
const unread = ["$dynamicRef", "$recursiveRef", "contentSchema", "contentMediaType"];

/** Names for references that are not followed; two of one name stop a validator. */
const anchors = ["$anchor", "$dynamicAnchor", "$recursiveAnchor"];

export interface Modern {
  readonly document: JsonObject;
  readonly gaps: readonly Gap[];
}

/**
 * A document with its schemas in JSON Schema 2020-12, as OpenAPI 3.1 has them, so that nothing else needs to know of
 * versions: `nullable` becomes a type, exclusive bounds become numbers, what stands beside a `$ref` of 3.0 goes, and
 * a discriminator becomes tags of its branches. What validators would stumble over is taken out, and is a gap.
 */
export function modern(document: JsonObject): Modern {
  const gaps = new Map<string, Gap>();
  const isOld = stringAt(document, "openapi")?.startsWith("3.0") === true;
  const tell = (place: string, what: string): void => {
    gaps.set(what, gaps.get(what) ?? { place: `#${place}`, what });
  };
  const modernized = mapSchemas(document, (schema, pointer) => {
    const current = isOld ? fromOld(schema) : schema;
    return tagged(document, sound(current, pointer, tell));
  });
  return { document: { ...modernized, openapi: "3.1.0" }, gaps: [...gaps.values()] };
}

/** OpenAPI 3.0.3, "Schema Object" and "Reference Object". */
function fromOld(schema: JsonObject): JsonObject {
  // What is false is what holds without it.
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  if (typeof rest.$ref === "string")
    // By the letter `nullable` beside a reference says nothing. It is meant all the same, so null is let through.
    return nullable === true
      ? { anyOf: [{ $ref: rest.$ref }, { type: "null" }] }
      : { $ref: rest.$ref };
  const bounded = {
    ...rest,
    ...bound("minimum", "exclusiveMinimum", rest.minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", rest.maximum, exclusiveMaximum),
  };
  if (nullable !== true) return withoutUndefined(bounded);
  const { enum: values } = bounded;
  if (typeof bounded.type === "string" && Array.isArray(values) && !values.includes(null))
    return withoutUndefined({ anyOf: [bounded, { type: "null" }] });
  if (typeof bounded.type === "string")
    return withoutUndefined({ ...bounded, type: [bounded.type, "null"] });
  return withoutUndefined({ anyOf: [bounded, { type: "null" }] });
}

function bound(
  name: string,
  exclusiveName: string,
  value: unknown,
  exclusive: unknown,
): JsonObject {
  if (typeof exclusive === "number") return { [exclusiveName]: exclusive };
  return exclusive === true ? { [name]: undefined, [exclusiveName]: value } : {};
}

const withoutUndefined = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));

/** Without what a validator refuses to read, or reads as something else. */
function sound(
  { $id: _, id, $schema: __, ...schema }: JsonObject,
  pointer: string,
  tell: (place: string, what: string) => void,
): JsonObject {
  const copy: Record<string, unknown> = { ...schema };
  // Only a schema has an id; a member of `properties` that is named so is a schema itself.
  if (isObject(id)) copy.id = id;
  for (const keyword of unread)
    if (keyword in copy) {
      tell(pointer, `the keyword \`${keyword}\` is not looked at`);
      delete copy[keyword];
    }
  for (const keyword of anchors) delete copy[keyword];
  // Left over from 3.0, whose own has become a type before.
  if ("nullable" in copy) {
    tell(pointer, "`nullable` says nothing in OpenAPI 3.1");
    delete copy.nullable;
  }
  if (copy.type !== undefined) {
    const known = [copy.type].flat().filter((type) => types.includes(String(type)));
    if (known.length === 0) {
      tell(pointer, `the type ${JSON.stringify(copy.type)} is none of JSON Schema`);
      delete copy.type;
    } else copy.type = Array.isArray(copy.type) ? [...new Set(known)] : known[0];
  }
  if (typeof copy.format === "string" && !isKnownFormat(copy.format))
    tell(pointer, `the format \`${copy.format}\` is not known`);
  if (typeof copy.pattern === "string" && patternOf(copy.pattern) === undefined) {
    tell(pointer, `the pattern ${copy.pattern} is none of ECMA-262`);
    delete copy.pattern;
  }
  if ("required" in copy && !Array.isArray(copy.required)) delete copy.required;
  if (Array.isArray(copy.required)) copy.required = [...new Set(copy.required.map(String))];
  if (Array.isArray(copy.enum) && copy.enum.length === 0) delete copy.enum;
  return copy;
}

/** A pattern as validators read it, or, failing that, without the flag `u`; undefined where it is none at all. */
export function patternOf(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The next one may do.
    }
  }
  return undefined;
}

const known = formats.default(new Ajv2020({ strict: false })).formats;
const isKnownFormat = (format: string): boolean => Object.hasOwn(known, format);

/**
 * The branches of a discriminator, each with the tags that choose it, so that exactly one fits. Branches that say
 * their tag themselves stay as they are; and so does a parent that is only inherited from.
 */
function tagged(document: JsonObject, schema: JsonObject): JsonObject {
  const { discriminator, ...rest } = schema;
  if (!isObject(discriminator)) return schema;
  const name = stringAt(discriminator, "propertyName");
  const keyword = Array.isArray(schema.oneOf) ? "oneOf" : "anyOf";
  const branches = arrayAt(schema, keyword);
  if (name === undefined || branches.length === 0) return rest;
  const mapping = Object.entries(objectAt(discriminator, "mapping"));
  const tagsOf = (ref: string): readonly string[] => [
    ...mapping.filter(([, to]) => lastStep(String(to)) === lastStep(ref)).map(([tag]) => tag),
    lastStep(ref),
  ];
  const refs = branches.map((branch) => stringAt(branch, "$ref"));
  const untagged = refs.every((ref) => ref !== undefined && !saysTag(document, ref, name));
  if (!untagged) return rest;
  return {
    ...rest,
    [keyword]: refs.map((ref = "") => ({
      allOf: [
        { $ref: ref },
        { type: "object", properties: { [name]: { enum: tagsOf(ref) } }, required: [name] },
      ],
    })),
  };
}

const lastStep = (ref: string): string =>
  ref
    .split("/")
    .at(-1)
    ?.replace(/\.(ya?ml|json)$/, "") ?? "";

/** Whether a branch fixes its tag by `const` or `enum`, in itself or in what it is made of. */
function saysTag(document: JsonObject, ref: string, name: string, depth = 0): boolean {
  const schema = resolvePointer(document, ref);
  return saysTagIn(document, schema, name, depth);
}

function saysTagIn(document: JsonObject, schema: unknown, name: string, depth: number): boolean {
  if (!isObject(schema) || depth > 8) return false;
  if (typeof schema.$ref === "string") return saysTag(document, schema.$ref, name, depth + 1);
  const tag = objectAt(schema.properties, name);
  if ("const" in tag || "enum" in tag) return true;
  return arrayAt(schema, "allOf").some((part) => saysTagIn(document, part, name, depth + 1));
}
