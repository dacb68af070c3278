import type { Both, Symbols } from "./symbols.ts";

/**
 * Something that the documentation settles: both servers have to show it alike from now on. What is not a fact (it was
 * never set, or the text leaves open what has become of it) is not compared.
 */
export interface Fact {
  /** What was set, in symbols. */
  readonly value: unknown;
  /** The requirement that does not hold if the two differ. */
  readonly breaks: string;
  /** Whether both have shown it alike since it was set. */
  readonly confirmed: boolean;
}

/** Something that a journey has made on both servers. */
export interface Thing {
  readonly kind: string;
  /** `{conversation 2}` */
  readonly symbol: string;
  /** `conversation 2`, for people. */
  readonly name: string;
  readonly facts: Map<string, Fact>;
  /** What moves remember of it, which is never compared. */
  readonly notes: Map<string, unknown>;
}

/** What is known to exist on both servers, and what of it can be compared. A new one for each journey. */
export interface World {
  /** A word that no other journey has, for names and texts that must be new. */
  readonly word: string;
  readonly symbols: Symbols;
  /** Texts of the target's that both servers take, by what they are for: `labels`, `tags`. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** All that there is of a kind, the oldest first. */
  all(kind: string): readonly Thing[];
  /** The one that a drawn number stands for: it is never out of range where there is any. */
  pick(kind: string, number: number): Thing | undefined;
  /**
   * Takes up what both servers have made. Undefined where the target gave an id that the journey knows already: what
   * that one is like is not known any more.
   * @param ids as answers show them, in symbols; absent for what has no id that is told
   */
  add(kind: string, ids?: Both<string>): Thing | undefined;
  remove(thing: Thing): void;
  /** The number of the present step, from 1. */
  turn: number;
}

export function newWorld(
  word: string,
  symbols: Symbols,
  texts: Readonly<Record<string, readonly string[]>>,
): World {
  let things: readonly Thing[] = [];
  const made = new Map<string, number>();
  const all = (kind: string): readonly Thing[] => things.filter((thing) => thing.kind === kind);
  return {
    word,
    symbols,
    texts,
    all,
    pick(kind, number) {
      return nth(all(kind), number);
    },
    add(kind, ids) {
      if (ids !== undefined && symbols.has(ids.target)) {
        for (const { symbol, facts } of things) if (symbol === ids.target) facts.clear();
        return undefined;
      }
      const number = (made.get(kind) ?? 0) + 1;
      made.set(kind, number);
      const name = `${kind} ${number}`;
      const facts = new Map<string, Fact>();
      const thing = { kind, name, symbol: `{${name}}`, facts, notes: new Map<string, unknown>() };
      if (ids !== undefined) symbols.bind(thing.symbol, ids);
      things = [...things, thing];
      return thing;
    },
    remove(thing) {
      things = things.filter((each) => each !== thing);
    },
    turn: 0,
  };
}

/** Takes something for a fact from now on. */
export function settle({ facts }: Thing, name: string, value: unknown, breaks: string): void {
  facts.set(name, { value, breaks, confirmed: false });
}

/** From now on these facts are open. */
export function forget({ facts }: Thing, ...names: readonly string[]): void {
  for (const name of names) facts.delete(name);
}

/** Whoever finds these facts changed has found that a later request did it, against another requirement. */
export function guard({ facts }: Thing, breaks: string, but: readonly string[] = []): void {
  for (const [name, fact] of facts)
    if (!but.includes(name)) facts.set(name, { ...fact, breaks, confirmed: false });
}

/**
 * The thing that a drawn number stands for, of several; undefined where there is none. A number beyond the last stands
 * for the last: so those before it keep their numbers when a journey is shortened by what it made later.
 */
export const nth = (things: readonly Thing[], number: number): Thing | undefined =>
  things[Math.min(number, things.length - 1)];

/** The text that a number stands for, among those of one purpose; undefined where there are none. */
export function textOf(world: World, purpose: string, number: number): string | undefined {
  const some = world.texts[purpose] ?? [];
  return some[number % some.length];
}

export const factOf = ({ facts }: Thing, name: string): unknown => facts.get(name)?.value;
