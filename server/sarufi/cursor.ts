import { detail } from "./errors.ts";

/** By what a list is sorted, as its last item on a page has it. */
export type SortKey = readonly (string | number)[];

/** What a client gets for it: opaque, though it is no more than base64url of JSON. */
export function writeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key in a cursor of ours, with members of these types; undefined for any other text. */
export function readCursor<Types extends readonly ("string" | "number")[]>(
  text: string,
  types: Types,
): SortKey | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const fits = Array.isArray(key) && key.length === types.length;
    return fits && types.every((type, place) => typeof key[place] === type) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Silent: what a cursor that is none of ours is answered. */
export const badCursor = {
  status: 400,
  body: detail("cursor is not one that a list gave"),
} as const;

/** Rows asked for with one more than the page takes: the page, and the cursor of the next if there is one. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => SortKey,
): { page: Row[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { page, next_cursor: more ? writeCursor(keyOf(last)) : null };
}
