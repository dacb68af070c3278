import type { Faults } from "../faults.ts";
import { Refusal } from "./refusal.ts";

/** Which page is asked for; what is no number is the default, and what is out of range the nearest that is in it. */
export function pageOf(
  query: URLSearchParams,
  defaultSize: number,
  faults: Faults,
): { page: number; size: number } {
  const largest = faults.has("no-largest-page") ? Number.POSITIVE_INFINITY : 100;
  const whole = (name: string, otherwise: number): number => {
    const value = Number.parseInt(query.get(name) ?? "", 10);
    return Number.isNaN(value) ? otherwise : Math.max(1, value);
  };
  return { page: whole("page", 1), size: Math.min(largest, whole("per_page", defaultSize)) };
}

/** One page of a list. @throws Refusal for a page past the last; nothing at all is one page */
export function paged<Item>(
  items: readonly Item[],
  { page, size }: { readonly page: number; readonly size: number },
  show: (item: Item) => unknown,
  faults: Faults,
): unknown {
  const pages = Math.max(1, Math.ceil(items.length / size));
  if (page > pages) throw new Refusal(404, "Halaman tidak ditemukan");
  const start = (page - 1) * size + (faults.has("pages-from-zero") && page > 1 ? 1 : 0);
  const data = items.slice(start, start + size).map(show);
  const total = faults.has("total-of-the-page") ? data.length : items.length;
  return {
    meta: { page, per_page: size, total_pages: pages, total, has_more: page < pages },
    data,
  };
}
