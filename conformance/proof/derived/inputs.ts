import type { Contract, Operation } from "../../contract/contract.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { Exchange } from "../../model.ts";
import { nodesOf } from "./nodes.ts";
import { nameOf, valuesAt } from "./place.ts";

/** What an operation is told at one place: a parameter, its body, or a member of that. */
export interface Input {
  /** `query/per_page`, `body`, `body/message.content`. */
  readonly name: string;
  readonly schema: JsonObject;
  /** The values that a request has there; none when it leaves it out. */
  readonly values: (request: Exchange["request"]) => readonly unknown[];
}

/** Everything that an operation can be told in query and body. */
export function inputsOf(contract: Contract, { parameters, body }: Operation): readonly Input[] {
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .map(
      ({ name, schema: { schema } }): Input => ({
        name: `query/${name}`,
        schema,
        values: ({ url }) =>
          new URL(url).searchParams.getAll(name).map((text) => readAs(schema, text)),
      }),
    );
  const nodes = body === undefined ? [] : nodesOf(contract, body.schema.pointer);
  return [
    ...query,
    ...nodes.map(
      ({ place, schema }): Input => ({
        name: place.length === 0 ? "body" : `body/${nameOf(place)}`,
        schema,
        values: ({ body: text }) =>
          valuesAt(parsed(text), place).filter((each) => each !== undefined),
      }),
    ),
  ];
}

/** A text of a query, as what its schema takes it for. */
function readAs({ type }: JsonObject, text: string): unknown {
  const numeric = type === "integer" || type === "number";
  return numeric && text.trim() !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
