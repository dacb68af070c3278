import { type Check, check } from "../check.ts";
import { answered, at, control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { defaultList, metaOf } from "./inbox.ts";

interface Past {
  readonly first: Exchange;
  readonly past: Exchange;
}

/** A page of a list behind its last one. */
export const pastTheLast = (operationId: string, list: ControlProbe): Probe<Past> => ({
  name: `a page past the last of ${operationId}`,
  run: async ({ send, use }) => {
    const first = (await use(list)).control;
    const page = `${metaOf(first, "total_pages") + 7}`;
    return {
      first,
      past: await send({ operationId, purpose: "a page past the last", query: { page } }),
    };
  },
});

/** A page of conversations behind the last one. */
export const pastTheLastPage = pastTheLast("listConversations", defaultList);

/** A page past the last one is empty or refused. */
export const nothingPastTheLast = (id: string, probe: Probe<Past>): Check =>
  check(id, probe, ({ first, past }) => {
    control(first);
    const { status, json } = answered(past);
    const data = at(json, "data");
    const bent = at(json, "meta", "page") !== Number(past.call.query?.page);
    if (status >= 400 || bent || !Array.isArray(data) || data.length === 0) return [];
    return [
      {
        message: "A page past the last one holds items",
        expected: "an empty page, or a refusal",
        actual: `${data.length} items on page ${past.call.query?.page}`,
        exchange: past,
      },
    ];
  });
