import { at } from "../../evidence.ts";
import type { Ask } from "../../explore/seen.ts";
import type { Exchange } from "../../model.ts";

/** A list, read cursor by cursor. */
export interface Pages {
  readonly exchanges: readonly Exchange[];
  /** In symbols. */
  readonly items: readonly unknown[];
  /** How many items each page has. */
  readonly sizes: readonly number[];
  /** Whether every page was answered with a success. */
  readonly ok: boolean;
  /** Whether the last page was reached. */
  readonly whole: boolean;
}

interface ListCall {
  readonly operationId: string;
  readonly purpose: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The member that holds the items. */
  readonly items: "conversations" | "messages" | "items";
  readonly limit: number;
}

/** Of a long list, so many pages are read. */
const most = 5;

/** Reads a list from its first page on, at most five pages of it. */
export async function readPages(
  ask: Ask,
  { operationId, purpose, path, query, items: member, limit }: ListCall,
): Promise<Pages> {
  const exchanges: Exchange[] = [];
  const items: unknown[] = [];
  const sizes: number[] = [];
  let cursor: unknown;
  do {
    const { exchange, ok, json } = await ask({
      operationId,
      purpose: exchanges.length === 0 ? purpose : `${purpose}, page ${exchanges.length + 1}`,
      ...(path && { path }),
      query: { ...query, limit: String(limit), ...(typeof cursor === "string" && { cursor }) },
    });
    exchanges.push(exchange);
    const page = at(json, member);
    if (!ok || !Array.isArray(page)) return { exchanges, items, sizes, ok: false, whole: false };
    items.push(...page);
    sizes.push(page.length);
    cursor = at(json, "next_cursor");
  } while (typeof cursor === "string" && exchanges.length < most);
  return { exchanges, items, sizes, ok: true, whole: typeof cursor !== "string" };
}
