import type { LooseAnswer } from "../../../server/contract/handlers.ts";

/** A refusal in the words of Sahut's errors. */
export const problem = (status: number, code: string): LooseAnswer => ({
  status,
  body: { error: { code, message: "Not possible", status } },
});

export const invalid = problem(422, "validation_error");
