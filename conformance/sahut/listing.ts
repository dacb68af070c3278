import { at } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { ProbeContext } from "../probe.ts";
import { idOf } from "./inbox.ts";

/** Where a search for one item in a filtered list ended. */
export interface Search {
  readonly pages: readonly Exchange[];
  /** The listed item; undefined where it was not found. */
  readonly item?: unknown;
  /** Whether every page was looked at. */
  readonly whole: boolean;
}

/**
 * Looks for a conversation, or what else an operation lists, in a filtered list. The order of the list is not documented, so the newest may stand at
 * either end: at most the first two pages and the last two are read.
 * @param wanted its id, or what it is like
 */
export async function search(
  { send }: ProbeContext,
  wanted: string | ((item: unknown) => boolean),
  filter: Readonly<Record<string, string>>,
  operationId: "listConversations" | "listContacts" = "listConversations",
): Promise<Search> {
  const fits = typeof wanted === "string" ? (item: unknown) => idOf(item) === wanted : wanted;
  const pages: Exchange[] = [];
  let count = 1;
  for (const turn of ["first", "last", "second", "last but one"] as const) {
    const number = { first: 1, last: count, second: 2, "last but one": count - 1 }[turn];
    if (number < 1 || number > count || pages.some((page) => page.call.query?.page === `${number}`))
      continue;
    const page = await send({
      operationId,
      purpose: `${Object.entries(filter).flat().join(" ")}, page ${number}`,
      query: { ...filter, per_page: "100", page: `${number}` },
    });
    pages.push(page);
    const data = at(page.response?.json, "data");
    const item = Array.isArray(data) ? data.find(fits) : undefined;
    if (item !== undefined) return { pages, item, whole: true };
    const total = at(page.response?.json, "meta", "total_pages");
    count = typeof total === "number" ? total : 1;
  }
  return { pages, whole: pages.length >= count };
}
