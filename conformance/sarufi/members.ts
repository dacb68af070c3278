import { at, control, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * Members of an answer are what they should be; one finding each that is not.
 * @param what whose members they are, for people
 * @param json where they stand. Default: the body of the answer
 */
export function has(
  exchange: Exchange,
  what: string,
  wanted: Members,
  json: unknown = control(exchange).json,
): readonly Finding[] {
  return Object.entries(wanted).flatMap(([member, expected]): Finding[] => {
    const actual = at(json, member);
    if (actual === expected) return [];
    return [
      { message: `${what}: ${member}`, expected: show(expected), actual: show(actual), exchange },
    ];
  });
}

/** What a request set. */
export const sentIn = ({ call }: Exchange): Members => ({ ...Object(call.body) });
