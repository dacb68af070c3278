/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [member: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The member if it is an object, else an empty one: for optional parts of a document. */
export function objectAt(value: unknown, member: string): JsonObject {
  const found = isObject(value) ? value[member] : undefined;
  return isObject(found) ? found : {};
}

/** The member if it is an array, else an empty one. */
export function arrayAt(value: unknown, member: string): readonly unknown[] {
  const found = isObject(value) ? value[member] : undefined;
  return Array.isArray(found) ? found : [];
}

/** The member if it is a string. */
export function stringAt(value: unknown, member: string): string | undefined {
  const found = isObject(value) ? value[member] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** The pointer of a reference into its own document, percent-decoded: `#/paths/~1things~1%7Bid%7D` (RFC 6901, 6). */
export const pointerOf = (ref: string): string =>
  ref.startsWith("#") ? decodeURIComponent(ref.slice(1)) : ref;

/** What a JSON pointer, or a reference, leads to in a document (RFC 6901); undefined where it leads nowhere. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of pointerOf(pointer).split("/").slice(1)) {
    const member = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, member))
      return undefined;
    value = Reflect.get(value, member);
  }
  return value;
}

/** The pointer one step further down. */
export const below = (pointer: string, ...members: readonly (string | number)[]): string =>
  [pointer, ...members.map((m) => String(m).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
