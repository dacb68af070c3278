import type { Contract } from "../contract/contract.ts";
import type { Suite } from "../suite.ts";
import { answerRules } from "./answers.ts";
import type { Derived } from "./derived.ts";
import { keyRules } from "./keys.ts";
import { requestRules } from "./requests.ts";

/** Every requirement that follows from the contract, operation by operation. */
export function derive(contract: Contract, suite: Suite): readonly Derived[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const subject = { contract, operation, suite };
    return [...requestRules(subject), ...keyRules(subject), ...answerRules(subject)].filter(
      ({ requirement }) => !Object.hasOwn(suite.authoredInstead, requirement.id),
    );
  });
}
