import { at, control, listAt, permitted, show } from "../evidence.ts";
import type { Call, Exchange, Finding } from "../model.ts";
import type { ProbeContext } from "../probe.ts";

/** A list of the API that is read page by page. */
export interface ListCall {
  readonly operationId: string;
  /** The member of the answer that holds the items. */
  readonly items: "conversations" | "messages" | "items";
  readonly path?: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly purpose: string;
}

/** The pages of a list, as far as they were read. */
export interface Walk {
  readonly pages: readonly Exchange[];
  readonly items: readonly unknown[];
  /** Whether the last page was reached. */
  readonly whole: boolean;
}

/** Reads a list by its cursors, at most so many pages of it. */
export async function walk(
  { send }: ProbeContext,
  { operationId, items, path, query, purpose }: ListCall,
  most: number,
): Promise<Walk> {
  const call: Call = { operationId, purpose, ...(path && { path }) };
  const pages: Exchange[] = [];
  let cursor: unknown;
  do {
    const page = await send({
      ...call,
      purpose: `${purpose}, page ${pages.length + 1}`,
      query: { ...query, ...(typeof cursor === "string" && { cursor }) },
    });
    pages.push(page);
    cursor = at(page.response?.json, "next_cursor");
  } while (typeof cursor === "string" && pages.length < most);
  const all = pages.flatMap((page) => {
    const found = at(page.response?.json, items);
    return Array.isArray(found) ? found : [];
  });
  return { pages, items: all, whole: typeof cursor !== "string" };
}

/** The id of an item of a list. */
export const idOf = (item: unknown): string => String(at(item, "id"));

/** The item of that id. */
export const itemWith = (items: readonly unknown[], id: string): unknown =>
  items.find((item) => idOf(item) === id);

/** A page size at which a list of so many items has about three pages. */
export const third = (count: number): string => String(Math.max(1, Math.ceil(count / 3)));

/** Pages hold no more than was asked for. */
export function withinLimit({ pages }: Walk, member: ListCall["items"]): readonly Finding[] {
  return pages.flatMap((page): Finding[] => {
    const limit = Number(page.call.query?.limit);
    const { length } = listAt(page, member);
    if (length <= limit) return [];
    return [
      {
        message: `A page holds more ${member} than its limit`,
        expected: `at most ${limit}`,
        actual: String(length),
        exchange: page,
      },
    ];
  });
}

/** No item stands on two pages. */
export function disjoint({ pages, items }: Walk): readonly Finding[] {
  for (const page of pages) control(page);
  const seen = new Set<string>();
  const again = items.map(idOf).filter((id) => seen.size === seen.add(id).size);
  const last = pages.at(-1);
  if (again.length === 0 || last === undefined) return [];
  return [
    {
      message: "Pages that follow each other by cursor hold the same item",
      expected: "each item once",
      actual: `${again[0]} stands there again`,
      exchange: last,
    },
  ];
}

/** A documented filter, limit or cursor is not refused. */
export const taken = ({ pages }: Walk): readonly Finding[] => pages.flatMap(permitted).slice(0, 1);

/** Every item of the whole list stands on some page, and the pages come to an end. */
export function complete(small: Walk, whole: Walk): readonly Finding[] {
  const refused = [...taken(whole), ...taken(small)];
  if (refused.length > 0) return refused;
  for (const page of [...small.pages, ...whole.pages]) control(page);
  const last = small.pages.at(-1);
  const missing = whole.items.map(idOf).filter((id) => itemWith(small.items, id) === undefined);
  if (last === undefined || (missing.length === 0 && small.whole)) return [];
  return [
    {
      message:
        missing.length > 0
          ? "The pages of a list leave out what one page of it holds"
          : "The cursors of a list come to no end",
      expected: `${whole.items.length} items on ${small.pages.length} pages or fewer, and no cursor after the last`,
      actual:
        missing.length > 0
          ? `${missing.length} are missing, such as ${missing[0]}`
          : `next_cursor ${show(at(last.response?.json, "next_cursor"))} after ${small.items.length} items`,
      exchange: last,
    },
  ];
}

/** Without a `limit`, a page holds no more than the documented default. */
export function withinDefault(
  page: Exchange,
  member: ListCall["items"],
  most: number,
): readonly Finding[] {
  const { length } = listAt(page, member);
  if (length <= most) return [];
  return [
    {
      message: `A page without a limit holds more ${member} than the default`,
      expected: `at most ${most}`,
      actual: String(length),
      exchange: page,
    },
  ];
}

/** `count` is no less than what the page holds: whether it counts the page or everything, no text says. */
export function counted(page: Exchange, member: ListCall["items"]): readonly Finding[] {
  const { length } = listAt(page, member);
  const count = at(control(page).json, "count");
  if (typeof count === "number" && count >= length) return [];
  return [
    {
      message: `count is less than the ${member} of the page`,
      expected: `${length} or, counted over all pages, more`,
      actual: show(count),
      exchange: page,
    },
  ];
}
