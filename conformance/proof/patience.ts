import type { Fault } from "../../server/contract/faults.ts";
import type { TargetConfig } from "../config.ts";
import { hurriedClock, type VirtualClock } from "./clock.ts";
import { type Reference, startReference } from "./reference.ts";

/** Three quarters of an hour, in which a delivery that fails is tried five times more. */
const seconds = 2_700;

/**
 * The reference server for a check that waits for all that deliveries do. Its time passes as fast as it works, so that
 * this takes seconds.
 */
export async function startPatientReference(): Promise<Reference> {
  const clock = hurriedClock();
  const reference = await startReference({ clock: clock.server, faults: hastened({}, clock) });
  clock.follow(reference.server);
  return { ...reference, clock: clock.suite, targets: reference.targets.map(patient) };
}

/** The target of somebody who waits for five retries. */
export const patient = (target: TargetConfig): TargetConfig =>
  target.suite.fixtures.some(({ name }) => name === "receiver_patience")
    ? { ...target, fixtures: new Map([...target.fixtures, ["receiver_patience", [`${seconds}`]]]) }
    : target;

/** Who answers too late is waited for in the time of the clock, and for a fifth of it in that of the machine. */
export function hastened(fault: Fault, clock: VirtualClock): Fault {
  return {
    ...fault,
    outbound: (send) => {
      const hasty: typeof send = async (request) => {
        const answer = await send({ ...request, timeoutMs: request.timeoutMs / 5 });
        if ("failure" in answer && answer.failure.startsWith("no answer"))
          clock.lapse(request.timeoutMs);
        return answer;
      };
      return fault.outbound?.(hasty) ?? hasty;
    },
  };
}
