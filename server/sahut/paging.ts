import type { PageMeta } from "../../generated/sahut/types.ts";

/** Which part of a list is asked for. */
export interface PageQuery {
  readonly page: number;
  readonly per_page: number;
}

/** How many items stand before the page. */
export function offset({ page, per_page }: PageQuery): number {
  return (page - 1) * per_page;
}

/** Silent: an empty list has 0 pages, and a page past the last is empty with the usual meta. */
export function pageMeta(total: number, { page, per_page }: PageQuery): PageMeta {
  return { total, page, per_page, total_pages: Math.ceil(total / per_page) };
}
