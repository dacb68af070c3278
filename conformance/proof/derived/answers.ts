import { isSuccess } from "../../evidence.ts";
import type { Response } from "../../model.ts";
import type { Recorded } from "./record.ts";

/** The first success of an operation. */
export const controlAnswer = (recorded: Recorded, operation: string): Response | undefined =>
  answers(recorded, operation).find(isSuccess);

/** A recorded answer with a status, of the operation or, if it never gave one, of another. */
export const refusalAnswer = (
  recorded: Recorded,
  operation: string,
  status: number,
): Response | undefined =>
  [...answers(recorded, operation), ...answers(recorded)].find((one) => one.status === status);

const answers = ({ exchanges }: Recorded, operation?: string): readonly Response[] =>
  exchanges.flatMap(({ call, response }) =>
    response !== undefined && (operation ?? call.operationId) === call.operationId
      ? [response]
      : [],
  );
