import type { Context } from "koa";
import { refuseHuge, type Validator, validate } from "./validate.ts";

/** How many texts are remembered at a time, and how long one may be. */
const MOST_TEXTS = 1_000;
const LONGEST_TEXT = 200;

/**
 * Reads the queries of an operation: numbers are numbers, and what the contract gives a default is filled in. Throws a
 * `schema` Problem for one that does not fit. Clients ask the same again and again, so a text is read once, and what it
 * says is shared, and frozen.
 */
export function queryReader(validator: Validator): (ctx: Context) => object {
  const known = new Map<string, object>();
  return (ctx) => {
    const text = ctx.request.querystring;
    const before = known.get(text);
    if (before !== undefined) return before;
    const query = { ...ctx.query };
    validate(validator, query);
    refuseHuge(query);
    Object.freeze(query);
    if (text.length > LONGEST_TEXT) return query;
    if (known.size === MOST_TEXTS) known.clear();
    known.set(text, query);
    return query;
  };
}
