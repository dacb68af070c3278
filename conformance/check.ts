import type { Contract } from "./contract/contract.ts";
import type { Validator } from "./contract/validate.ts";
import type { Exchange, Finding } from "./model.ts";
import type { Probe, ProbeRun } from "./probe.ts";

/** What judges may look at: recorded evidence and the contract, nothing else. */
export interface Recording {
  readonly contract: Contract;
  readonly validator: Validator;
  /** Everything that was sent and answered within the contract, in order. */
  readonly exchanges: readonly Exchange[];
  readonly evidence: ProbeRun["evidence"];
}

/** What a judge says: findings, or for an `observe` row what the target does. */
export type Judgement = readonly Finding[] | { readonly observed: string };

/** How one requirement is judged: the probes whose evidence it needs, and a pure judge. */
export interface Check {
  /** The id of its requirement. */
  readonly id: string;
  readonly probes: readonly Probe<unknown>[];
  readonly judge: (recording: Recording) => Judgement;
  /** It goes through everything that was sent, whoever sent it; of its probes it only has to know that they ran. */
  readonly sweeps?: true;
}

/** A check over the evidence of one probe. No finding means that the promise holds. */
export const check = <Evidence>(
  id: string,
  probe: Probe<Evidence>,
  judge: (evidence: Evidence, recording: Recording) => readonly Finding[],
): Check => ({
  id,
  probes: [probe],
  judge: (recording) => judge(recording.evidence(probe), recording),
});

/** For what the documentation leaves open: says what the target does, and judges nothing. */
export const observe = <Evidence>(
  id: string,
  probe: Probe<Evidence>,
  look: (evidence: Evidence) => string,
): Check => ({
  id,
  probes: [probe],
  judge: (recording) => ({ observed: look(recording.evidence(probe)) }),
});

/** A check over everything that was sent, once the probes that it needs at least have run. */
export const checkAll = (
  id: string,
  probes: readonly Probe<unknown>[],
  judge: (exchanges: readonly Exchange[], recording: Recording) => readonly Finding[],
): Check => ({
  id,
  probes,
  sweeps: true,
  judge: (recording) => {
    for (const probe of probes) recording.evidence(probe);
    return judge(recording.exchanges, recording);
  },
});

/** For what the documentation leaves open, seen in everything that was sent. */
export const observeAll = (
  id: string,
  probes: readonly Probe<unknown>[],
  look: (exchanges: readonly Exchange[]) => string,
): Check => ({
  id,
  probes,
  judge: (recording) => {
    for (const probe of probes) recording.evidence(probe);
    return { observed: look(recording.exchanges) };
  },
});
