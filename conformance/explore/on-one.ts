import type * as fc from "fast-check";
import type { Call } from "../model.ts";
import { move, type Steps } from "./move.ts";
import type { Difference, Seen } from "./seen.ts";
import type { Both } from "./symbols.ts";
import { nth, type Thing, type World } from "./world.ts";

/** A move that sends one request about one thing that there is already. */
export interface OnOne<Choice> {
  readonly weight?: number;
  /** The kind of the thing. */
  readonly kind: string;
  readonly choice: fc.Arbitrary<Choice & { readonly of: number }>;
  /** Whether it can be done to this one. Default: always. */
  readonly fits?: (thing: Thing, world: World, choice: Choice) => boolean;
  readonly call: (thing: Thing, world: World, choice: Choice) => Call;
  readonly compare: (
    thing: Thing,
    both: Both<Seen>,
    world: World,
    choice: Choice,
  ) => readonly Difference[];
}

/** Such a move, with the thing looked up by the drawn number `of` among those that it can be done to. */
export function moveOn<Choice>(definition: OnOne<Choice>): Steps {
  const { kind, fits = () => true, call, compare, ...shared } = definition;
  const thingOf = (world: World, choice: Choice & { readonly of: number }): Thing | undefined => {
    const some = world.all(kind).filter((thing) => fits(thing, world, choice));
    return nth(some, choice.of);
  };
  return move<Choice & { readonly of: number }, { thing: Thing; seen: Seen } | undefined>({
    ...shared,
    ready: (world, choice) => thingOf(world, choice) !== undefined,
    send: async (ask, world, choice) => {
      const thing = thingOf(world, choice);
      return thing && { thing, seen: await ask(call(thing, world, choice)) };
    },
    compare: (world, choice, { target, oracle }) =>
      target === undefined || oracle === undefined
        ? []
        : compare(target.thing, { target: target.seen, oracle: oracle.seen }, world, choice),
  });
}
