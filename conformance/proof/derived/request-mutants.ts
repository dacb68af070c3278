import type { Operation } from "../../contract/contract.ts";
import { objectAt } from "../../contract/json.ts";
import { isSuccess } from "../../evidence.ts";
import type { Response } from "../../model.ts";
import { controlAnswer, refusalAnswer } from "./answers.ts";
import { clausesOf, edgesOf } from "./clauses.ts";
import { inputsOf } from "./inputs.ts";
import type { DerivedMutant } from "./mutant.ts";
import type { Recorded } from "./record.ts";

/** Every constraint on what an operation is told: not enforced, and enforced one step too early. */
export function requestMutants(recorded: Recorded, operation: Operation): readonly DerivedMutant[] {
  const { contract, target } = recorded;
  const api = target.suite.api;
  const success = controlAnswer(recorded, operation.id);
  const refusal =
    refusalAnswer(recorded, operation.id, 422) ?? refusalAnswer(recorded, operation.id, 400);
  if (success === undefined || refusal === undefined) return [];
  const about = { api, operation: operation.id };
  return inputsOf(contract, operation).flatMap((input): readonly DerivedMutant[] => {
    const id = `${api}/${operation.id}/${input.name}`;
    const label = `\`${input.name}\` of \`${operation.id}\``;
    // What the contract says may happen to a broken request, if it says that anything else than a refusal may.
    const says = (owner: unknown, keyword: string): unknown =>
      objectAt(owner, "x-violations")[keyword];
    const refuses = (keyword: string): boolean =>
      (says(input.schema, keyword) ?? says(contract.document, keyword) ?? "refuse") === "refuse";
    return [
      ...clausesOf(input)
        .filter(({ keyword }) => refuses(keyword))
        .map(({ name, isBrokenBy }) => ({
          ...about,
          id: `${id}/${name}-not-enforced`,
          breaks: `${label} is taken although it breaks \`${name}\`.`,
          change: (answer: Response, request: Parameters<typeof input.values>[0]) =>
            isRefusal(answer) && input.values(request).some(isBrokenBy) ? success : answer,
        })),
      ...edgesOf(input).map(({ name, isAt }) => ({
        ...about,
        id: `${id}/${name}-refused`,
        breaks: `${label} is refused for its ${name.replaceAll("-", " ")}, which is allowed.`,
        change: (answer: Response, request: Parameters<typeof input.values>[0]) =>
          isSuccess(answer) && isAt(input.values(request)) ? refusal : answer,
      })),
    ];
  });
}

/** Whether an answer may be one to a request that breaks the contract. */
const isRefusal = ({ status }: Response): boolean => [400, 409, 422].includes(status);
