import type { Contract, Operation, Parameter } from "../contract/contract.ts";
import type { JsonObject } from "../contract/json.ts";
import { reactionTo } from "../derive/violations.ts";
import type { Call } from "../model.ts";
import { type Clause, clausesAbout, clausesOf, type Spoken, type Walking } from "./schema-walk.ts";

/** What a contract says of the requests of one operation, each thing by its name. */
export interface RequestClauses {
  /** What a request may be: by each, some request is to be accepted. */
  readonly accepts: ReadonlySet<string>;
  /** What a request may not break: for each, a request that breaks it is to be refused. */
  readonly refuses: ReadonlySet<string>;
}

/** What one request kept and what it broke, by the names of `RequestClauses`. */
export interface RequestSides {
  readonly kept: readonly string[];
  readonly broken: readonly string[];
}

const sent = (operation: Operation): readonly Parameter[] =>
  operation.parameters.filter(({ in: place }) => place === "query" || place === "path");

const nameOf = ({ in: place, name }: Parameter): string => `${place} ${name}`;

/** The clauses of an operation's path, query and body. */
export function requestClauses(contract: Contract, operation: Operation): RequestClauses {
  const accepts = new Set<string>();
  const refuses = new Set<string>();
  const add = (clause: Clause, refusable: boolean): void => {
    accepts.add(clause.pointer);
    if (refusable && isRefused(contract, clause)) refuses.add(clause.pointer);
  };
  for (const parameter of sent(operation)) {
    accepts.add(nameOf(parameter));
    // Without it a path is another one.
    if (parameter.required && parameter.in === "query")
      refuses.add(`${nameOf(parameter)} required`);
    for (const clause of clausesOf(contract.document, parameter.schema.pointer))
      add(clause, !isOfText(clause));
  }
  if (operation.body !== undefined) {
    accepts.add("body");
    if (operation.body.required) refuses.add("body required");
    for (const clause of clausesOf(contract.document, operation.body.schema.pointer))
      add(clause, true);
  }
  return { accepts, refuses };
}

const isRefused = (contract: Contract, { keyword, schema }: Clause): boolean =>
  keyword !== "properties" && reactionTo(contract, schema, keyword) !== "undocumented";

/** In a path and a query everything is text, so nothing breaks a type that text is of. */
const isOfText = ({ keyword, schema }: Clause): boolean =>
  keyword === "type" && [schema.type].flat().includes("string");

/** What a call kept and broke; nothing is known of one that bypasses the contract. */
export function requestSides(
  walking: Walking,
  breaks: (spoken: Spoken) => boolean,
  operation: Operation,
  { path, query, body, raw }: Call,
): RequestSides {
  if (raw !== undefined) return { kept: [], broken: [] };
  const kept: string[] = [];
  const broken: string[] = [];
  const weigh = (name: string, pointer: string, value: unknown): void => {
    kept.push(name);
    for (const spoken of clausesAbout(walking, pointer, value)) {
      const isBroken = breaks(spoken) || isBrokenChoice(walking, spoken);
      (isBroken ? broken : kept).push(spoken.pointer);
    }
  };
  for (const parameter of sent(operation)) {
    const text = (parameter.in === "path" ? path : query)?.[parameter.name];
    if (text !== undefined)
      weigh(nameOf(parameter), parameter.schema.pointer, typed(text, parameter.schema.schema));
    else if (parameter.required) broken.push(`${nameOf(parameter)} required`);
  }
  if (operation.body !== undefined && body !== undefined)
    weigh("body", operation.body.schema.pointer, body);
  else if (operation.body?.required === true) broken.push("body required");
  return { kept, broken };
}

function isBrokenChoice({ fits }: Walking, { keyword, pointer, schema, value }: Spoken): boolean {
  const branches = schema[keyword];
  if (!["oneOf", "anyOf"].includes(keyword) || !Array.isArray(branches)) return false;
  return !branches.some((_, index) => fits(`${pointer}/${index}`, value));
}

/** The value that a text stands for, where the schema wants another type than text. */
function typed(text: string, { type }: JsonObject): unknown {
  const types = [type].flat();
  const isNumeric = types.includes("integer") || types.includes("number");
  if (isNumeric && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (types.includes("boolean") && ["true", "false"].includes(text)) return text === "true";
  return text;
}
