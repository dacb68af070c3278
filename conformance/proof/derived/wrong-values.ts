import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import { typeOf, typesOf } from "./nodes.ts";
import { absent } from "./place.ts";

/** One way in which a value may break its schema. */
export interface WrongValue {
  /** `is-null`, `beyond-maximum`; unique within a schema. */
  readonly name: string;
  /** The member inside the value that it happens to; absent when it is the value itself. */
  readonly member?: string;
  /** What stands there instead. */
  readonly change: (old: unknown) => unknown;
}

/** Every way in which a value may break one keyword of a schema. */
export const wrongValuesOf = (schema: JsonObject): readonly WrongValue[] => [
  ...missingMembers(schema),
  ...wrongTypes(schema),
  ...outsideEnum(schema),
  ...(Object.hasOwn(breaking, String(schema.format)) ? wrongFormats(String(schema.format)) : []),
  ...beyondBounds(schema),
];

const missingMembers = (schema: JsonObject): readonly WrongValue[] =>
  arrayAt(schema, "required").map((member) => ({
    name: "is-missing",
    member: String(member),
    change: () => absent,
  }));

/** A value of each type, as like the right one as can be: a number as text, a single item without its list. */
const samples: Readonly<Record<string, (old: unknown) => unknown>> = {
  null: () => null,
  boolean: (old) => Boolean(old),
  integer: (old) => (/^\d+$/.test(String(old)) ? Number(old) : 17),
  number: (old) => (typeof old === "number" ? old + 0.5 : 1.5),
  string: (old) => (isObject(old) || Array.isArray(old) ? JSON.stringify(old) : String(old)),
  array: (old) => [old],
  object: (old) => (Array.isArray(old) ? { ...old } : { value: old }),
};

function wrongTypes(schema: JsonObject): readonly WrongValue[] {
  const types = typesOf(schema);
  if (types === undefined) return [];
  const allowed = types.includes("number") ? [...types, "integer"] : types;
  return Object.entries(samples)
    .filter(([type]) => !allowed.includes(type))
    .map(([type, change]) => ({
      name: type === "null" ? "is-null" : `is-of-type-${type}`,
      change,
    }));
}

function outsideEnum(schema: JsonObject): readonly WrongValue[] {
  const values = "const" in schema ? [schema.const] : arrayAt(schema, "enum");
  if (values.length === 0) return [];
  const texts = values.filter((value) => typeof value === "string");
  const strange: WrongValue[] = [
    { name: "is-no-listed-value", change: () => (texts.length > 0 ? "concordat" : 599) },
  ];
  const recase = (text: unknown): unknown =>
    text === String(text).toLowerCase() ? String(text).toUpperCase() : String(text).toLowerCase();
  return texts.length === 0
    ? strange
    : [
        ...strange,
        { name: "is-in-other-case", change: recase },
        { name: "has-a-space-behind", change: (old) => `${old} ` },
        { name: "is-empty", change: () => "" },
      ];
}

/** Texts that break a format; a function of the right text where that makes it harder to see. */
const breaking: Readonly<Record<string, Readonly<Record<string, (old: string) => string>>>> = {
  "date-time": {
    "a-date-only": (old) => old.slice(0, 10),
    "without-zone": (old) => old.replace(/(Z|[+-]\d\d:\d\d)$/, ""),
    "of-a-thirteenth-month": (old) => old.replace(/^(\d{4})-\d\d/, "$1-13"),
    "of-a-day-that-is-none": (old) => old.replace(/^(\d{4})-\d\d-\d\d/, "$1-02-30"),
    "of-a-25th-hour": (old) => old.replace(/T\d\d/, "T25"),
    "in-seconds": (old) => String(Math.floor(Date.parse(old) / 1000)),
    "in-words": (old) => new Date(old).toUTCString(),
    empty: () => "",
  },
  uuid: { "of-no-form": () => "concordat" },
  uri: { "of-no-form": () => "not a uri" },
  email: { "of-no-form": () => "concordat" },
};

const wrongFormats = (format: string): readonly WrongValue[] =>
  Object.entries(breaking[format] ?? {}).map(([name, write]) => ({
    name: `is-${name}`,
    change: (old) => (typeof old === "string" ? write(old) : old),
  }));

function beyondBounds(schema: JsonObject): readonly WrongValue[] {
  const bound = (
    keyword: string,
    type: "number" | "string" | "array",
    break_: (limit: number, old: never) => unknown,
  ): readonly WrongValue[] => {
    const limit = schema[keyword];
    if (typeof limit !== "number") return [];
    const fits = (old: unknown): boolean =>
      type === "number" ? typeof old === "number" : typeOf(old) === type;
    // as: fits has looked at its type.
    const change = (old: unknown): unknown => (fits(old) ? break_(limit, old as never) : old);
    return [{ name: `breaks-${keyword}`, change }];
  };
  return [
    ...bound("minimum", "number", (limit) => limit - 1),
    ...bound("maximum", "number", (limit) => limit + 1),
    ...bound("minLength", "string", (limit) => "x".repeat(Math.max(0, limit - 1))),
    ...bound("maxLength", "string", (limit) => "x".repeat(limit + 1)),
    ...bound("minItems", "array", (limit, old: readonly unknown[]) => old.slice(0, limit - 1)),
    ...bound("maxItems", "array", (limit, old: readonly unknown[]) =>
      old.length === 0 ? old : Array.from({ length: limit + 1 }, (_, i) => old[i % old.length]),
    ),
  ];
}
