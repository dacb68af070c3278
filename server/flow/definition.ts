import { Ajv } from "ajv";
import type { GenericMessage } from "./message.ts";

/** A state as its author writes it. */
export type StateDefinition = {
  message?: string | GenericMessage | (string | GenericMessage)[];
  transitions?: Record<string, string>;
  /** Kept and not run. */
  actions?: unknown[];
};

export type FlowDefinition = { initial?: string; states: Record<string, StateDefinition> };

/** A definition, with its wrapper put around it if it had none; or why it is no definition. */
export function readDefinition(value: unknown): FlowDefinition | { problem: string } {
  if (isWrapped(value)) return value;
  if (hasEmptyList(value)) return { states: {} };
  if (isStates(value)) return { states: value };
  return { problem: ajv.errorsText(isStates.errors, { dataVar: "flow" }) };
}

/** The documentation's own example of a change: `states` without a state in it is an empty array. */
function hasEmptyList(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("states" in value)) return false;
  return Array.isArray(value.states) && value.states.length === 0;
}

const text = { type: "string" };
const nullableText = { type: ["string", "null"] };
const option = { type: "object", required: ["id", "title"], properties: { id: text, title: text } };
const section = {
  type: "object",
  required: ["title", "rows"],
  properties: { title: text, rows: { type: "array", items: option } },
};
const caption = { media_caption: nullableText };
const message = {
  oneOf: [
    text,
    generic("text", { text }),
    generic("buttons", { text, buttons: { type: "array", items: option } }),
    generic("list", { text, button_text: text, sections: { type: "array", items: section } }),
    generic("image", { media_url: text }, caption),
    generic("document", { media_url: text }, { ...caption, media_filename: nullableText }),
    generic("video", { media_url: text }, caption),
    generic("audio", { media_url: text }),
  ],
};
const states = {
  type: "object",
  additionalProperties: {
    type: "object",
    properties: {
      message: { anyOf: [message, { type: "array", items: message }] },
      transitions: { type: "object", additionalProperties: text },
      actions: { type: "array" },
    },
  },
};

function generic(type: string, required: object, optional: object = {}): object {
  return {
    type: "object",
    required: ["type", ...Object.keys(required)],
    properties: { type: { const: type }, ...required, ...optional },
  };
}

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
const isStates = ajv.compile<Record<string, StateDefinition>>(states);
const isWrapped = ajv.compile<FlowDefinition>({
  type: "object",
  required: ["states"],
  properties: { initial: text, states },
});
