import type { JsonObject } from "./json.ts";
import type { Operation } from "./operations.ts";

/** One schema for all the parameters of an operation that stand in the same place. */
export interface ParameterSchema {
  /** What the validator is called among those of the operation. */
  place: "path" | "query" | "headers";
  /** The operation and the place; the empty ones share one key, and so one validator. */
  key: string;
  schema: JsonObject;
}

/**
 * The schemas of an operation's parameters: path and query always, headers if it has any. Cookies
 * are left out. Header names have no case; they are looked up in lower case, as Node hands them over.
 */
export function parameterSchemas({ operationId, parameters }: Operation): ParameterSchema[] {
  const inPlace = (where: string) => parameters.filter((parameter) => parameter.in === where);
  const schemaOf = (place: ParameterSchema["place"], where: string): ParameterSchema => {
    const here = inPlace(where);
    if (here.length === 0) return { place, key: "none", schema: { type: "object" } };
    const nameOf = ({ name }: { name: string }) => (where === "header" ? name.toLowerCase() : name);
    const schema = {
      type: "object",
      required: here.filter((parameter) => parameter.required).map(nameOf),
      properties: Object.fromEntries(here.map((each) => [nameOf(each), each.schema])),
    };
    return { place, key: `${operationId}.${place}`, schema };
  };
  return [
    schemaOf("path", "path"),
    schemaOf("query", "query"),
    ...(inPlace("header").length > 0 ? [schemaOf("headers", "header")] : []),
  ];
}
