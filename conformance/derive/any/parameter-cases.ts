import type { Contract, Operation, Parameter } from "../../contract/contract.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { Call } from "../../model.ts";
import type { Edge } from "../edges.ts";
import { inWords } from "../in-words.ts";
import { breakingValues } from "../values/breaks.ts";
import { edgeValues } from "../values/edges.ts";
import { randomInstances } from "../values/random.ts";
import { sampleOf, typeOf } from "../values/sample.ts";
import type { Schemas } from "../values/schemas.ts";
import { reactionTo, type Violation } from "../violations.ts";
import { isIdName } from "./names.ts";
import { withoutParameter, withParameter } from "./parameter.ts";
import { refusalLevel } from "./strictness.ts";

/** The parameters that cases are made of: all but those that HTTP or the key has for itself. */
export const openParameters = ({ parameters, credentials }: Operation): readonly Parameter[] =>
  parameters.filter(
    (one) =>
      !(
        one.in === "header" &&
        ["accept", "content-type", "authorization"].includes(one.name.toLowerCase())
      ) && !credentials.some((key) => key.in === one.in && key.name === one.name),
  );

/** Valid values of a parameter: each documented one, each edge, a random one; one at least where it is optional. */
export function parameterEdges(
  schemas: Schemas,
  parameter: Parameter,
  seed: number,
): readonly Edge[] {
  const {
    name,
    in: place,
    schema: { schema },
    required,
  } = parameter;
  const found = edgeValues(schemas, schema).filter(({ value }) => isSendable(parameter, value));
  // An id in a path is no free choice: only what the document lists is sent besides the control's.
  if (place === "path")
    return found.filter(() => "enum" in schemas.flat(schema)).map((one) => edge(parameter, one));
  const [random] = randomInstances(schemas, schema, 1, seed).filter((value) =>
    isSendable(parameter, value),
  );
  const sample = sampleOf(schemas, schema, { size: "full", without: "readOnly" });
  const plain =
    found.length === 0 && !required && sample !== undefined && isSendable(parameter, sample.value)
      ? [{ slug: "value", value: sample.value }]
      : [];
  const drawn =
    random !== undefined && !("enum" in schemas.flat(schema)) && typeOf(schema) !== "boolean"
      ? [{ slug: "random", value: random }]
      : [];
  return [...plain, ...found, ...drawn].map((one) => edge(parameter, one));

  function edge(owner: Parameter, { slug, value }: { slug: string; value: unknown }): Edge {
    return {
      slug: `${place}/${name}/${slug}`,
      what: `\`${name}\` ${inWords(value)}`,
      // A text that is made up need not mean anything, nor an id exist.
      level: slug === "value" || slug === "random" || isIdName(name) ? "observe" : "should",
      apply: (valid) => withParameter(valid, owner, value),
    };
  }
}

/** Each constraint of a parameter, broken; and the parameter left out where it is required. */
export function parameterViolations(
  contract: Contract,
  schemas: Schemas,
  operation: Operation,
  parameter: Parameter,
): readonly Violation[] {
  const {
    name,
    in: place,
    schema: { schema },
    required,
  } = parameter;
  const made = (keyword: string, what: string, apply: (valid: Call) => Call): Violation => ({
    slug: `${place}/${name}/${keyword}`,
    what,
    reaction: reactionTo(contract, schema, keyword),
    level: refusalLevel(operation, keyword, !required),
    apply,
  });
  const missing =
    required && place !== "path"
      ? [
          made("required", `a request without \`${name}\``, (valid) =>
            withoutParameter(valid, parameter),
          ),
        ]
      : [];
  const broken = breakingValues(schemas, schema).flatMap(
    ({ keyword, candidates, with: others }) => {
      const value = candidates.find(
        (one) =>
          isSendable(parameter, one) && breaksAsText(schemas, schema, one, [keyword, ...others]),
      );
      if (value === undefined || keyword === "null") return [];
      return [
        made(keyword, `\`${name}\` ${inWords(value)}`, (valid) =>
          withParameter(valid, parameter, value),
        ),
      ];
    },
  );
  return [...missing, ...broken];
}

/** Whether a value breaks nothing but these keywords, and does so also for one who reads numbers out of texts. */
function breaksAsText(
  schemas: Schemas,
  schema: JsonObject,
  value: unknown,
  keywords: readonly string[],
): boolean {
  const misfits = schemas.misfits(schema, value) ?? [];
  if (misfits.length === 0 || !misfits.every(({ keyword }) => keywords.includes(keyword)))
    return false;
  // A text can be told from a number and from a truth value; a list of one is written as a text.
  const isTold = [schemas.flat(schema).type]
    .flat()
    .every((type) => ["integer", "number", "boolean"].includes(String(type)));
  return !misfits.some(({ keyword }) => keyword === "type") || (value === "concordat" && isTold);
}

/** Whether a value can stand in its place without becoming another request. */
function isSendable({ in: place, json }: Parameter, value: unknown): boolean {
  if (value === undefined || (value === null && !json)) return false;
  if (Array.isArray(value) && value.length === 0) return false;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text === "") return false;
  if (place === "path") return !/^\.{1,2}$|[/\\\n\r]/.test(text) && text.length <= 1000;
  if (place === "header" || place === "cookie")
    return /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text);
  return text.length <= 4000;
}
