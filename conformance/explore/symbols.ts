import { isObject } from "../contract/json.ts";

/** One of something for each of the two servers that make a journey. */
export interface Both<T> {
  readonly target: T;
  readonly oracle: T;
}

export type Side = keyof Both<unknown>;

/**
 * Names for ids that differ from server to server: `{conversation 2}` is the second conversation of a journey, whatever
 * either server calls it. Calls are written in these names and answers are read in them, so that both can be compared.
 */
export interface Symbols {
  bind(symbol: string, ids: Both<string>): void;
  /** A value with the ids of one side in place of symbols; member names, too. */
  resolve<T>(side: Side, value: T): T;
  /** A value with symbols in place of the ids of one side. */
  recognize(side: Side, value: unknown): unknown;
  /** Whether a text is the name of something. */
  has(text: string): boolean;
}

export function symbols(): Symbols {
  const ids = { target: new Map<string, string>(), oracle: new Map<string, string>() };
  const names = { target: new Map<string, string>(), oracle: new Map<string, string>() };
  return {
    bind(symbol, both) {
      for (const side of ["target", "oracle"] as const) {
        ids[side].set(symbol, both[side]);
        names[side].set(both[side], symbol);
      }
    },
    // as: texts are replaced by texts, so that a call stays a call.
    resolve: <T>(side: Side, value: T) => mapped(value, ids[side]) as T,
    recognize: (side, value) => mapped(value, names[side]),
    has: (text) => ids.target.has(text),
  };
}

/** A JSON value with whole texts replaced. */
function mapped(value: unknown, by: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return by.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => mapped(item, by));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [by.get(name) ?? name, mapped(member, by)]),
  );
}
