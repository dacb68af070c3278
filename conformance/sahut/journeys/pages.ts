import { at } from "../../evidence.ts";
import type { Ask } from "../../explore/seen.ts";
import type { Exchange } from "../../model.ts";

/** A list, read page by page. */
export interface Pages {
  readonly exchanges: readonly Exchange[];
  /** In symbols. */
  readonly items: readonly unknown[];
  /** `meta.total` of the first page. */
  readonly total: unknown;
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
  const exchanges: Exchange[] = [];
  const items: unknown[] = [];
  const totals = new Set<unknown>();
  let pages = 1;
  for (let page = 1; page <= Math.min(pages, most); page += 1) {
    const { exchange, ok, json } = await ask({
      operationId,
      purpose: page === 1 ? purpose : `${purpose}, page ${page}`,
      ...(path && { path }),
      query: { ...query, per_page: String(perPage), page: String(page) },
    });
    exchanges.push(exchange);
    const data = at(json, "data");
    const [total] = [...totals];
    if (!ok || !Array.isArray(data)) return { exchanges, items, total, ok: false, whole: false };
    items.push(...data);
    totals.add(at(json, "meta", "total"));
    pages = Number(at(json, "meta", "total_pages"));
  }
  const [total] = [...totals];
  return { exchanges, items, total, ok: true, whole: pages <= most && totals.size === 1 };
}
