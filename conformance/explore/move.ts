import * as fc from "fast-check";
import type { Call } from "../model.ts";
import type { ProbeContext } from "../probe.ts";
import type { Ask, Difference } from "./seen.ts";
import type { Both } from "./symbols.ts";
import type { World } from "./world.ts";

/** A kind of step: what is drawn for it, what it sends to both servers, and what has to agree then. */
export interface Move<Choice, Evidence> {
  /** How often it is drawn, beside the others. Default: 1. */
  readonly weight?: number;
  readonly choice: fc.Arbitrary<Choice>;
  /** Whether it can be made now. Default: always. */
  readonly ready?: (world: World, choice: Choice) => boolean;
  /** Made on each side by itself, and only reads the world. */
  readonly send: (ask: Ask, world: World, choice: Choice) => Promise<Evidence>;
  /** Says what differs, and takes up into the world what is known now. No I/O. */
  readonly compare: (
    world: World,
    choice: Choice,
    evidence: Both<Evidence>,
  ) => readonly Difference[];
}

/** A move with a choice made for it. */
export interface Step {
  ready(world: World): boolean;
  play(world: World, asks: Both<Ask>): Promise<readonly Difference[]>;
}

/** The steps of one kind. */
export interface Steps {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<Step>;
}

/** A move as the engine takes it, with its choice hidden. */
export function move<Choice, Evidence>(definition: Move<Choice, Evidence>): Steps {
  const { weight = 1, choice, ready = () => true, send, compare } = definition;
  return {
    weight,
    arbitrary: choice.map((chosen) => ({
      ready: (world) => ready(world, chosen),
      play: async (world, asks) => {
        world.turn += 1;
        const [target, oracle] = await Promise.all([
          send(asks.target, world, chosen),
          send(asks.oracle, world, chosen),
        ]);
        return compare(world, chosen, { target, oracle });
      },
    })),
  };
}

/** A number that stands for one of several things, however many there are then; rarely there are more than two. */
export const which = (): fc.Arbitrary<number> => fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 2, 3);

/** What one journey keeps to: steps that have to do with each other meet more often so. */
export interface Topic {
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** The optional features that it needs. */
  readonly features: readonly string[];
  /** Made first in nearly every journey, in this order, so that there is something to go on with. */
  readonly opening: readonly Steps[];
  readonly moves: readonly Steps[];
}

/** What journeys of an API are made of. */
export interface Journeys {
  readonly topics: readonly Topic[];
  /**
   * Looks at both servers for what the moves need.
   * @throws Untestable when a fixture is missing without which no journey can be made
   */
  readonly prepare: (contexts: Both<ProbeContext>) => Promise<Setting>;
  /** Puts to rest what a journey has left, on both sides; what it does not is left to the suite's `finish`. */
  readonly rest: (world: World) => readonly Call[];
}

/** What every journey starts with. */
export interface Setting {
  /** What both servers had before, by symbol: `{contact_id}`. */
  readonly known: Readonly<Record<string, Both<string>>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}
