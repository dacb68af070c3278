import { answered, at, listAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";

/** The status of an answer, in words. */
export const statusOf = (exchange: Exchange): string => `answers ${answered(exchange).status}`;

/** The order of a list, by the timestamps of its items. */
export function orderOf(page: Exchange): string {
  const items = listAt(page, "data");
  for (const member of ["updated_at", "created_at"]) {
    const times = items.map((item) => Date.parse(String(at(item, member))));
    if (times.every((time, i) => time <= (times[i - 1] ?? time))) return `${member}, latest first`;
    if (times.every((time, i) => time >= (times[i - 1] ?? time)))
      return `${member}, earliest first`;
  }
  return "neither by created_at nor by updated_at";
}
