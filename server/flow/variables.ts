import type { GenericMessage } from "./message.ts";

/** What a conversation remembers, by name: plain JSON values. */
export type Variables = Readonly<Record<string, unknown>>;

/** Between double braces: a name, then members and indexes of its value. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;
/** Whatever is filled in makes a text no longer than this, in UTF-16 units. */
const MOST_FILLED_IN = 65_536;

/** The way to a value: `variables.profile.orders[0].id` is `["profile", "orders", "0", "id"]`. */
export type Way = readonly [name: string, ...rest: string[]];

/**
 * A text with its placeholders filled in: `{{variables.profile.orders[0].id}}`, or, as the user
 * guide writes it, `{{profile.orders[0].id}}`. What is filled in is not looked through again.
 *
 * Silent: what stands for a missing value, and for what is no text. A missing value, null too, is
 * an empty text; a number is plain; an object is JSON. No text grows by more than 65,536 characters.
 *
 * @param encode what to make of each value, which stands at this place of `text`
 */
export function fillIn(
  text: string,
  variables: Variables,
  encode: (value: string, index: number) => string = (value) => value,
): string {
  if (!text.includes("{{")) return text;
  const most = text.length + MOST_FILLED_IN;
  let filled = "";
  let end = 0;
  for (const { 0: placeholder, 1: inner = "", index } of text.matchAll(PLACEHOLDER)) {
    const value = encode(textOf(lookUp(variables, wayOf(inner))), index);
    filled += text.slice(end, index) + value;
    end = index + placeholder.length;
    if (filled.length > most) return filled.slice(0, most);
  }
  return filled + text.slice(end);
}

/** What a message says, with its placeholders filled in; ids are no texts, and stay. */
export function fillInMessage(message: GenericMessage, variables: Variables): GenericMessage {
  const filled = mapTexts(message, (text, key) =>
    key === "id" || key === "type" ? text : fillIn(text, variables),
  );
  // as: every text is a text still, and the rest is as it was.
  return filled as GenericMessage;
}

/**
 * A value of a body, filled in. A text that is nothing but a placeholder becomes the value itself,
 * so that a number stays a number (silent).
 */
export function fillInValue(value: unknown, variables: Variables): unknown {
  return mapTexts(value, (text) => {
    const [only] = text.matchAll(PLACEHOLDER);
    if (only === undefined || only[0] !== text) return fillIn(text, variables);
    return lookUp(variables, wayOf(only[1] ?? "")) ?? "";
  });
}

/** The ways in the placeholders of a text. */
export function waysIn(text: string): Way[] {
  return Array.from(text.matchAll(PLACEHOLDER), ([, inner = ""]) => wayOf(inner));
}

/** The value at the end of a way; undefined where there is none. */
function lookUp(variables: Variables, way: Way): unknown {
  let value: unknown = variables;
  for (const name of way) {
    if (typeof value !== "object" || value === null) return undefined;
    // Only what a value has itself: nothing leads to what all objects have.
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

function wayOf(inner: string): Way {
  const parts = inner.replaceAll(/\[\s*(\d+)\s*\]/gu, ".$1").split(".");
  const [first = "", ...rest] = parts.map((part) => part.trim());
  const [second, ...further] = rest;
  return first === "variables" && second !== undefined ? [second, ...further] : [first, ...rest];
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}

/** A copy of a JSON value with every text in it changed; `key` is the member that it stands in. */
function mapTexts(
  value: unknown,
  change: (text: string, key: string) => unknown,
  key = "",
): unknown {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change, key));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const changed = mapTexts(each, change, name);
    // JSON may have a member of this name, which an assignment would take for the prototype.
    if (name === "__proto__") Object.defineProperty(copy, name, { ...plain, value: changed });
    else copy[name] = changed;
  }
  return copy;
}

const plain = { configurable: true, enumerable: true, writable: true };
