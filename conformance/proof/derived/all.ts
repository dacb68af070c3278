import { answerMutants } from "./answer-mutants.ts";
import { bodyMutants } from "./body-mutants.ts";
import type { DerivedMutant } from "./mutant.ts";
import type { Recorded } from "./record.ts";
import { requestMutants } from "./request-mutants.ts";

/** Every mutant that follows from the contract of a recording, of the answers that the reference server gives in it. */
export function derivedMutants(recorded: Recorded): readonly DerivedMutant[] {
  const { contract, target } = recorded;
  const mutants = [...contract.operations.values()].flatMap((operation) => [
    ...bodyMutants(target.suite.api, contract, operation),
    ...answerMutants(recorded, operation),
    ...requestMutants(recorded, operation),
  ]);
  // Two schemas at one place may demand the same.
  return [...new Map(mutants.map((mutant) => [mutant.id, mutant])).values()];
}
