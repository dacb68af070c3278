import type { AnyAnswer } from "./answer.ts";
import { PageError } from "./page-error.ts";

/** How a list is cut into pages. */
export interface List {
  /** The member of the body that holds the items. */
  readonly items: string;
  /** `page` counts up to `meta.total_pages`; `cursor` goes on with `next_cursor`, while there is one. */
  readonly by: "page" | "cursor";
}

type Query = Readonly<Record<string, unknown>>;

/**
 * Yields the items of a list, page after page, each page asked for when its turn comes.
 *
 * @param call what is called, for people: `GET /conversations`
 * @param query the first page's; a `page` or `cursor` in it says where to begin
 * @throws {PageError} when a page is answered with an error, or holds no items
 */
export async function* walk(
  call: string,
  list: List,
  query: Query,
  send: (query: Query) => Promise<AnyAnswer>,
): AsyncGenerator<unknown, void, undefined> {
  let next: Query | undefined = query;
  while (next !== undefined) {
    const here: Query = next;
    const answer = await send(here);
    const items = member(answer.data, list.items);
    if (!Array.isArray(items)) {
      const { status } = answer.response;
      throw new PageError(`${call} answered ${status}, and no page of items`, answer, here);
    }
    yield* items;
    next = list.by === "page" ? nextPage(here, items, answer.data) : nextCursor(here, answer.data);
    if (next?.cursor !== undefined && next.cursor === here.cursor) {
      throw new PageError(`${call} answered with a next_cursor that leads back`, answer, here);
    }
  }
}

/** The query of the next page. A page without items is the last one, whatever the count says. */
function nextPage(query: Query, items: unknown[], body: unknown): Query | undefined {
  const page = Number(query.page ?? 1);
  const pages = Number(member(member(body, "meta"), "total_pages"));
  return items.length > 0 && page < pages ? { ...query, page: page + 1 } : undefined;
}

/** The query of what follows. Only an absent or null cursor ends a list: a page may be empty. */
function nextCursor(query: Query, body: unknown): Query | undefined {
  const cursor = member(body, "next_cursor");
  return cursor === undefined || cursor === null ? undefined : { ...query, cursor };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
