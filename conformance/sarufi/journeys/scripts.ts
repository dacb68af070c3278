import * as fc from "fast-check";
import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import type { World } from "../../explore/world.ts";

/**
 * What is drawn for a flow. It holds no more than the documentation settles: every state has a text and a `default`, and
 * nothing that is said in a journey fits any other transition.
 */
export interface Plan {
  /** For each state, how many states further on its `default` leads; never back to itself. */
  readonly leaps: readonly number[];
  /** Whether the states have a further transition, which nothing fits. */
  readonly keyed: boolean;
  /** Whether the last state leads to a state that there is not. */
  readonly dangles: boolean;
}

export const plans: fc.Arbitrary<Plan> = fc.record({
  leaps: fc.array(fc.nat(2), { minLength: 2, maxLength: 4 }),
  keyed: fc.boolean(),
  dangles: fc.integer({ min: 0, max: 4 }).map((number) => number === 4),
});

/** A flow as it is sent, and what its states say. */
export interface Script {
  readonly definition: object;
  readonly texts: readonly string[];
  readonly dangles: boolean;
}

const nameOf = (place: number): string => `state_${"abcd"[place] ?? place}`;

/** The flow of a plan, with texts that no other flow has. */
export function scriptOf(world: World, { leaps, keyed, dangles }: Plan): Script {
  const texts = leaps.map((_, place) => `Flow ${world.word} ${world.turn} in ${nameOf(place)}.`);
  const states = leaps.map((leap, place) => {
    const further = (place + 1 + (leap % (leaps.length - 1))) % leaps.length;
    const isLast = place === leaps.length - 1;
    const transitions = {
      ...(keyed && { concordat_7f3a: nameOf(place) }),
      default: dangles && isLast ? "nowhere" : nameOf(further),
    };
    return [nameOf(place), { message: texts[place], actions: [], transitions }] as const;
  });
  const bare = Object.fromEntries(states);
  const definition = world.texts.form?.includes("wrapped") ? { states: bare } : bare;
  return { definition, texts, dangles };
}

/** Whether flows can be written so that the target takes them. */
export const canWrite = (world: World): boolean => (world.texts.form?.length ?? 0) > 0;

/** A definition without the wrapper that some show around its states. */
export const unwrapped = (definition: unknown): unknown =>
  isObject(definition) && isObject(definition.states) ? definition.states : definition;

/** Which of these texts an answer of the bot holds. */
export function heard(json: unknown, texts: readonly string[]): readonly string[] {
  const said = JSON.stringify(at(json, "messages") ?? []);
  return texts.filter((text) => said.includes(text));
}
