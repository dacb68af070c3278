import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { isObject, type JsonObject } from "../../contract/json.ts";
import { rewriting } from "../fault/delivering.ts";
import { type Called, type Fault, handling, together } from "../fault/fault.ts";

/** Applies a change to every text of a JSON value. */
function texts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => texts(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, texts(member, change)]),
  );
}

/**
 * Gives every id another form. The ids that the suite is configured with are understood as well.
 * @param isId whether a text is an id of the server's
 * @param rename the new id of the n-th one that is seen
 */
export function renamed(isId: (text: string) => boolean, rename: (n: number) => string): Fault {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = rename(names.size + 1);
    names.set(id, name);
    ids.set(name, id);
    return name;
  };
  const inward = (text: string): string => ids.get(text) ?? text;
  const outward = (text: string): string => (isId(text) ? nameOf(text) : text);
  return together(
    handling("everywhere", async (call, next): Promise<LooseAnswer> => {
      const { status, body } = await next(understood(call, inward));
      return { status, body: Object(texts(body, outward)) };
    }),
    // What is delivered is about the same things.
    rewriting(({ body }) => ({ body: JSON.stringify(texts(JSON.parse(body), outward)) })),
  );
}

function understood(call: Called, change: (text: string) => string): Called {
  const members = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, texts(value, change)]));
  const path = Object.entries(call.path).map(([name, value]) => [name, change(value)]);
  return {
    ...call,
    path: Object.fromEntries(path),
    query: members(call.query),
    body: members(call.body),
  };
}
