import { at } from "../../evidence.ts";
import type { Ask, Seen } from "../../explore/seen.ts";
import type { Exchange } from "../../model.ts";

/** A list, read page by page. */
export interface Pages {
  readonly exchanges: readonly Exchange[];
  /** The first page. */
  readonly first: Seen;
  /** In symbols. */
  readonly items: readonly unknown[];
  /** Whether every page was answered with a success. */
  readonly ok: boolean;
  /** Whether all pages were read, and the list held still meanwhile. */
  readonly whole: boolean;
}

interface ListCall {
  readonly operationId: string;
  readonly purpose: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly perPage: number;
}

/** Of a long list, so many pages are read. */
const most = 4;

/** Reads a list from its first page on, at most four pages of it. */
export async function readPages(
  ask: Ask,
  { operationId, purpose, path, query, perPage }: ListCall,
): Promise<Pages> {
  const pageOf = (page: number): Promise<Seen> =>
    ask({
      operationId,
      purpose: page === 1 ? purpose : `${purpose}, page ${page}`,
      ...(path && { path }),
      query: { ...query, per_page: String(perPage), page: String(page) },
    });
  const first = await pageOf(1);
  const seen = [first];
  const pages = Number(at(first.json, "meta", "total_pages"));
  while (first.ok && seen.length < Math.min(pages, most)) seen.push(await pageOf(seen.length + 1));
  const totals = new Set(seen.map(({ json }) => at(json, "meta", "total")));
  const data = seen.map(({ json }) => at(json, "data"));
  const ok = seen.every((page) => page.ok) && data.every(Array.isArray);
  return {
    exchanges: seen.map(({ exchange }) => exchange),
    first,
    items: data.flat(),
    ok,
    whole: ok && seen.length >= pages && totals.size === 1,
  };
}
