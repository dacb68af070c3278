import { answered, at, control, describe, isSuccess, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { ProbeContext } from "../probe.ts";
import type { Search } from "./listing.ts";
import { change, read } from "./own-conversation.ts";

/** A change of a conversation, or of a contact, and how it reads afterwards. */
export interface Step {
  readonly body: Readonly<Record<string, unknown>>;
  readonly changed: Exchange;
  readonly after: Exchange;
}

/** Changes one member of a conversation and reads it back. */
export async function step(
  context: ProbeContext,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Step> {
  const what = `${Object.keys(body).join()} = ${show(Object.values(body)[0])}`;
  const changed = await change(context, id, body, what);
  return { body, changed, after: await read(context, id, `read after ${what}`) };
}

type Path = readonly string[];

/** Absent and null say the same, and the order of labels is not documented. */
const comparable = (value: unknown): string =>
  show(Array.isArray(value) ? value.map(String).toSorted() : (value ?? null));

export const same = (one: unknown, other: unknown): boolean =>
  comparable(one) === comparable(other);

/** A documented change is accepted. */
export function accepted({ changed }: Step): readonly Finding[] {
  const { status } = answered(changed);
  if (isSuccess(answered(changed))) return [];
  return [
    {
      message: `${describe(changed)} is documented and refused`,
      expected: "a 2xx",
      actual: String(status),
      exchange: changed,
    },
  ];
}

/** What was set is what reads afterwards. */
export function kept({ changed, after }: Step, path: Path, expected: unknown): readonly Finding[] {
  control(changed);
  const actual = at(control(after).json, "data", ...path);
  if (same(actual, expected)) return [];
  return [
    {
      message: `${changed.call.purpose} was accepted and is not what reads afterwards`,
      expected: `${path.join(".")} ${show(expected)}`,
      actual: show(actual),
      exchange: after,
    },
  ];
}

/** A documented change is accepted, and what was set is what reads afterwards. */
export function takes(each: Step, path: Path, expected: unknown): readonly Finding[] {
  const refused = accepted(each);
  return refused.length > 0 ? refused : kept(each, path, expected);
}

/** What a change left out reads as it did before. */
export function leftAlone(
  before: Exchange,
  { changed, after }: Step,
  paths: readonly Path[],
): readonly Finding[] {
  control(changed);
  return paths.flatMap((path): Finding[] => {
    const earlier = at(control(before).json, "data", ...path);
    const later = at(control(after).json, "data", ...path);
    if (same(earlier, later)) return [];
    return [
      {
        message: `${changed.call.purpose} also changed ${path.join(".")}`,
        expected: `${path.join(".")} stays ${show(earlier)}`,
        actual: show(later),
        exchange: after,
      },
    ];
  });
}

/** What was looked for stands under a filter that it fits, or does not stand under one that it no longer fits. */
export function listed(found: Search, wanted: boolean, what: string): readonly Finding[] {
  for (const page of found.pages) control(page);
  if ((found.item !== undefined) === wanted) return [];
  if (wanted && !found.whole) untestable(`${what}: the list is too long to search`);
  const last = found.pages.at(-1);
  return [
    {
      message: wanted ? `${what} is missing there` : `${what} is listed there all the same`,
      expected: wanted ? "it is listed" : "it is not listed",
      actual: wanted ? `it is on none of ${found.pages.length} pages` : "it is listed",
      ...(last && { exchange: last }),
    },
  ];
}
