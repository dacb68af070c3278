import { createRequire } from "node:module";
import type { Ajv, ErrorObject, ValidateFunction } from "ajv";
import type { Finding } from "./finding.ts";

let compiler: Ajv | undefined;

/** Loaded when the first flow is read, so that a server starts without it. */
function ajv(): Ajv {
  // as: it is what the package exports.
  const { Ajv } = createRequire(import.meta.url)("ajv") as typeof import("ajv");
  compiler ??= new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    strictTypes: false,
    // For the known types to be named where an unknown one is given.
    verbose: true,
  });
  return compiler;
}

/** A check of something that an author has written. */
export interface Shape<Value> {
  readonly fits: (value: unknown) => value is Value;
  /** Everything about `value` that does not fit, in paths that begin with `at`. */
  readonly faultsOf: (value: unknown, at: string) => Finding[];
}

/** Makes a check of a JSON schema; the caller names the type that fits it. */
export function shape<Value>(schema: object): Shape<Value> {
  let compiled: ValidateFunction<Value> | undefined;
  const validator = () => {
    compiled ??= ajv().compile<Value>(schema);
    return compiled;
  };
  return {
    fits: (value): value is Value => validator()(value),
    faultsOf(value, at) {
      const validate = validator();
      if (validate(value)) return [];
      // That a branch of an `if` does not fit says no more than what does not fit in it.
      const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
      return errors.map((error) => toFinding(error, value, at));
    },
  };
}

function toFinding(error: ErrorObject, value: unknown, at: string): Finding {
  const { keyword, params, instancePath, propertyName } = error;
  const place = pathOf(instancePath, value, at);
  if (keyword === "required") {
    const path = member(place, String(params.missingProperty));
    return { path, message: `${path} is missing.` };
  }
  if (keyword === "discriminator") {
    const path = member(place, "type");
    const given = params.tagValue === undefined ? "missing" : JSON.stringify(params.tagValue);
    return { path, message: `${path} is ${given}. Known are ${tagsOf(error).join(", ")}.` };
  }
  const path = propertyName === undefined ? place : member(place, propertyName);
  const allowed: unknown = params.allowedValues;
  const list = Array.isArray(allowed) ? `: ${allowed.join(", ")}` : "";
  return { path, message: `${path || "The definition"} ${error.message}${list}.` };
}

/** The types that there are where a value has another one. */
function tagsOf({ parentSchema }: ErrorObject): string[] {
  const branches: unknown = parentSchema?.oneOf;
  if (!Array.isArray(branches)) return [];
  return branches.map((branch: { properties: { type: { const: string } } }) => {
    return branch.properties.type.const;
  });
}

/** `/greeting/message/0` below `states` is `states.greeting.message[0]`. */
function pathOf(pointer: string, root: unknown, at: string): string {
  let path = at;
  let value = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path = Array.isArray(value) ? `${path}[${key}]` : member(path, key);
    value = new Map(Object.entries(Object(value))).get(key);
  }
  return path;
}

function member(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

const text = { type: "string" };
const nullableText = { type: ["string", "null"] };
const option = {
  type: "object",
  required: ["id", "title"],
  properties: { id: text, title: text, description: nullableText },
};
const section = {
  type: "object",
  required: ["title", "rows"],
  properties: { title: text, rows: { type: "array", items: option } },
};
const caption = { media_caption: nullableText };
const one = {
  if: { type: "object" },
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word.
  then: {
    type: "object",
    discriminator: { propertyName: "type" },
    oneOf: [
      generic("text", { text }),
      generic("buttons", { text, buttons: { type: "array", items: option } }),
      generic("list", { text, button_text: text, sections: { type: "array", items: section } }),
      generic("image", { media_url: text }, caption),
      generic("document", { media_url: text }, { ...caption, media_filename: nullableText }),
      generic("video", { media_url: text }, caption),
      generic("audio", { media_url: text }),
    ],
  },
  else: { type: ["string", "object"] },
};

/** A text, a message, or a list of these. Silent: how many options, and how long a text. No limit. */
export const said = {
  if: { type: "array" },
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word.
  then: { items: one },
  else: one,
};

function generic(type: string, required: object, optional: object = {}): object {
  return {
    type: "object",
    required: ["type", ...Object.keys(required)],
    properties: { type: { const: type }, ...required, ...optional },
  };
}
