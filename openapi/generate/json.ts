/** An object read from YAML or JSON, whose members are not known yet. */
export type JsonObject = { [name: string]: unknown };

/** Whether the value is an object with named members: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one: for optional members of a document. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value if it is a list, else an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One step of a JSON pointer in a URI: `/items/{id}` becomes `~1items~1%7Bid%7D`. */
export function escapePointer(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/**
 * What a pointer such as `#/components/schemas/Sender` leads to.
 *
 * @returns undefined when the pointer leads nowhere.
 */
export function followPointer(document: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((node, step) => {
    const name = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    return Array.isArray(node) ? node[Number(name)] : objectOf(node)[name];
  }, document);
}
