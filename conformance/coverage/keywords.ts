/** The keywords that say something of a value, by the kind of value of which they say it (JSON Schema 2020-12, 6 and 10). */
const speaking: Readonly<Record<string, "any" | "string" | "number" | "array" | "object">> = {
  type: "any",
  enum: "any",
  const: "any",
  not: "any",
  oneOf: "any",
  anyOf: "any",
  minLength: "string",
  maxLength: "string",
  pattern: "string",
  format: "string",
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
  multipleOf: "number",
  minItems: "array",
  maxItems: "array",
  uniqueItems: "array",
  contains: "array",
  required: "object",
  minProperties: "object",
  maxProperties: "object",
  additionalProperties: "object",
  dependentRequired: "object",
  propertyNames: "object",
};

/** The keywords of a schema that can be broken by some value. */
export function speakingKeywords(schema: object): readonly string[] {
  return Object.entries(schema)
    .filter(([keyword, value]) => Object.hasOwn(speaking, keyword) && !isIdle(keyword, value))
    .map(([keyword]) => keyword);
}

/** Whether a keyword says anything of this value: `maxLength` says nothing of null. */
export function speaksOf(keyword: string, value: unknown): boolean {
  const kind = speaking[keyword];
  if (kind === "any") return true;
  if (Array.isArray(value)) return kind === "array";
  return value !== null && typeof value === kind;
}

const isIdle = (keyword: string, value: unknown): boolean =>
  (keyword === "additionalProperties" && value !== false) ||
  (keyword === "required" && Array.isArray(value) && value.length === 0);
