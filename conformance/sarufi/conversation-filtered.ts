import { at, control, show } from "../evidence.ts";
import type { Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Recorded } from "./conversations.ts";
import { itemWith, taken, type Walk } from "./walk.ts";

/** A documented filter is accepted, and every item of the list passes it. */
export function allPass(
  list: Walk,
  member: string,
  passes: (value: unknown) => boolean,
): readonly Finding[] {
  const { pages, items } = list;
  const refused = taken(list);
  if (refused.length > 0) return refused;
  for (const page of pages) control(page);
  const stray = items.find((item) => !passes(at(item, member)));
  const [page] = pages;
  if (stray === undefined || page === undefined) return [];
  return [
    {
      message: `A conversation is listed under a filter that it does not pass: ${page.call.purpose}`,
      expected: "only what passes the filter",
      actual: `${member} ${show(at(stray, member))}`,
      exchange: page,
    },
  ];
}

/** The recorded chat stands in a filtered list, or does not. */
export function holds({ pages, items, whole }: Walk, { id }: Recorded, wanted: boolean): Finding[] {
  for (const page of pages) control(page);
  if (id === undefined) untestable("the session is not found among the conversations");
  const there = itemWith(items, id) !== undefined;
  const [page] = pages;
  if (there === wanted || page === undefined) return [];
  if (wanted && !whole) untestable("the list is too long to search");
  return [
    {
      message: `The session's conversation is ${wanted ? "missing" : "listed all the same"}: ${page.call.purpose}`,
      expected: wanted ? "it is listed" : "it is not listed",
      actual: there ? "it is listed" : "it is not listed",
      exchange: page,
    },
  ];
}
