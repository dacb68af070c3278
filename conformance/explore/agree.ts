import { show } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Difference, Seen } from "./seen.ts";
import type { Both } from "./symbols.ts";
import type { Thing } from "./world.ts";

/** Members of a thing as an answer shows them, by the names of facts; what is undefined is not shown there. */
export type Shown = Readonly<Record<string, unknown>>;

interface Comparing {
  /** The facts to compare. Default: all. */
  readonly only?: readonly string[];
  /** What a confirmed fact breaks where it reads otherwise here. Default: what it always breaks. */
  readonly confirmedBreaks?: string;
  /** What any of them breaks where the answer to a change shows it wrong; it stays a fact then. */
  readonly breaks?: string;
  /** Whether what is shown here confirms the facts. Default: false. */
  readonly confirms?: boolean;
}

/**
 * Compares the facts of a thing as both servers show them. What differs is a fact no more, so that one fault is not
 * found again in all that follows.
 */
export function compareFacts(
  thing: Thing,
  shown: Both<Shown>,
  exchange: Exchange,
  { only, confirmedBreaks, breaks, confirms = false }: Comparing = {},
): readonly Difference[] {
  return [...thing.facts].flatMap(([name, fact]): readonly Difference[] => {
    const [actual, expected] = [shown.target[name], shown.oracle[name]];
    if (only?.includes(name) === false || actual === undefined || expected === undefined) return [];
    if (same(actual, expected)) {
      if (confirms) thing.facts.set(name, { ...fact, confirmed: true });
      return [];
    }
    // An answer that shows a change wrong does not say that it was made wrong.
    if (breaks === undefined) thing.facts.delete(name);
    return [
      {
        breaks: breaks ?? (fact.confirmed ? (confirmedBreaks ?? fact.breaks) : fact.breaks),
        // Only the shortest journey tells which of several requests has done it.
        ...(breaks === undefined && { fault: `${thing.kind}: ${name}` }),
        message: `${thing.name}: ${name} is not what the reference server shows`,
        expected: inWords(expected),
        actual: inWords(actual),
        exchange,
      },
    ];
  });
}

/** A value for people, with the names of things in place of symbols. */
export const inWords = (value: unknown): string => show(value).replaceAll(/"\{([^{}"]+)\}"/g, "$1");

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The reference server takes a request, and the documentation promises that it is taken. */
export function mustAccept({ target, oracle }: Both<Seen>, breaks: string): readonly Difference[] {
  if (target.ok || !oracle.ok) return [];
  return [statusDifference(target, oracle, breaks, "is refused")];
}

/** The reference server refuses a request, and the documentation promises that it is refused. */
export function mustRefuse({ target, oracle }: Both<Seen>, breaks: string): readonly Difference[] {
  if (!target.ok || oracle.ok) return [];
  return [statusDifference(target, oracle, breaks, "is accepted")];
}

function statusDifference(target: Seen, oracle: Seen, breaks: string, what: string): Difference {
  return {
    breaks,
    message: `${target.exchange.call.purpose}: the request ${what}`,
    expected: `${oracle.status}, as by the reference server`,
    actual: `${target.status}`,
    exchange: target.exchange,
  };
}
