import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { at } from "../../evidence.ts";
import { type Called, type Fault, handling } from "../fault/fault.ts";

/** Reads the whole conversation list, page by page, under the filters given. */
async function wholeList(
  call: Called,
  next: (call: Called) => Promise<LooseAnswer>,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await next({ ...call, query: { ...call.query, page, per_page: 100 } });
    const data = at(body, "data");
    if (!Array.isArray(data) || data.length === 0) return items;
    items.push(...data);
  }
}

/** What makes up the conversation list, where a fault makes it up anew. */
export interface Relisting {
  /** The filters that the list is read with; default: those of the request. */
  readonly filters?: (call: Called) => Readonly<Record<string, unknown>>;
  /** Which conversations it has, and in which order; default: all, as they come. */
  readonly items?: (items: readonly unknown[], call: Called) => readonly unknown[];
  /** How far the first item of a page is from where it belongs; default: 0. */
  readonly shift?: (page: number, perPage: number) => number;
}

/** Serves a conversation list of the fault's own making, with `meta` to fit. */
export function relisted({ filters, items, shift }: Relisting): Fault {
  return handling("listConversations", async (call, next) => {
    const query = filters?.(call) ?? call.query;
    const whole = await wholeList({ ...call, query }, next);
    const list = items?.(whole, call) ?? whole;
    const [page, perPage] = [Number(call.query.page), Number(call.query.per_page)];
    const start = (page - 1) * perPage + (shift?.(page, perPage) ?? 0);
    return {
      status: 200,
      body: {
        data: list.slice(start, start + perPage),
        meta: {
          total: list.length,
          page,
          per_page: perPage,
          total_pages: Math.ceil(list.length / perPage),
        },
      },
    };
  });
}

/** Remembers what requests have changed, by conversation: a cache that nobody clears. */
export function remembering(
  member: string,
  relist: (changed: ReadonlySet<unknown>) => Relisting,
): { readonly watch: Fault; readonly list: Fault } {
  const changed = new Set<unknown>();
  return {
    watch: handling("updateConversation", (call, next) => {
      if (Object.hasOwn(call.body, member)) changed.add(call.path.id);
      return next(call);
    }),
    list: relisted(relist(changed)),
  };
}
