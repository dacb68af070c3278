import { arrayAt } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { type Called, type Fault, handling } from "../fault/fault.ts";

type Read = (call: Called) => Promise<{ readonly status: number; readonly body?: object }>;

/** Reads a whole list by its cursors, under the filters given. */
async function wholeList(call: Called, next: Read, member: string): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let cursor: unknown;
  do {
    const { cursor: _, ...filters } = call.query;
    const query = { ...filters, limit: 67, ...(typeof cursor === "string" && { cursor }) };
    const { body } = await next({ ...call, query });
    items.push(...arrayAt(body, member));
    cursor = at(body, "next_cursor");
  } while (typeof cursor === "string");
  return items;
}

/** Serves a list in another order, by cursors that are places in it. */
export const reordered = (
  operation: string,
  member: string,
  order: (items: readonly unknown[]) => readonly unknown[],
): Fault =>
  handling(operation, async (call, next) => {
    const start = Number(call.query.cursor ?? 0);
    const { cursor: _, ...query } = call.query;
    const first = await next({ ...call, query });
    if (first.status !== 200 || Number.isNaN(start)) return next(call);
    const all = order(await wholeList(call, next, member));
    const end = start + Number(call.query.limit);
    const page = all.slice(start, end);
    const count = at(first.body, "count") === undefined ? {} : { count: page.length };
    const next_cursor = end < all.length ? String(end) : null;
    return { status: 200, body: { ...first.body, ...count, [member]: page, next_cursor } };
  });
