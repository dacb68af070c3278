import type { Exchange } from "../model.ts";
import type { Answer, Wire } from "../target/wire.ts";
import { createTarget, type Target, type TargetOptions } from "../target.ts";
import { type VirtualClock, virtualClock } from "./clock.ts";
import { smallContract } from "./contract.ts";
import { responseOf, type ShortAnswer } from "./exchange.ts";

/** A target without a network: it keeps what was sent, and its clock is a virtual one. */
export interface ScriptedTarget {
  readonly target: Target;
  readonly clock: VirtualClock;
  readonly sent: readonly Exchange["request"][];
}

/** A target that gives these answers in turn, and the last of them from then on. */
export function scriptedTarget(
  answers: readonly ShortAnswer[] = [{}],
  options: Partial<TargetOptions> = {},
): ScriptedTarget {
  const clock = virtualClock();
  const { wire, sent } = scriptedWire(answers);
  const target = createTarget({
    contract: smallContract().contract,
    url: "http://127.0.0.1:4010/v1",
    keys: new Map([["key", "sk_1"]]),
    clock,
    wire,
    ...options,
  });
  return { target, clock, sent };
}

/** The network of a scripted target. */
export function scriptedWire(answers: readonly ShortAnswer[]): {
  readonly wire: Wire;
  readonly sent: readonly Exchange["request"][];
} {
  const sent: Exchange["request"][] = [];
  const wire: Wire = async (request): Promise<Answer> => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {};
    sent.push(request);
    return "failure" in answer ? answer : { response: responseOf(answer) };
  };
  return { wire, sent };
}
