import type { Error as ErrorBody } from "../../generated/control/types.ts";
import type { ErrorBodies, Problem } from "../contract/problem.ts";

/** The control plane's error body: `message`, a text. */
export const errorBodies: ErrorBodies = (problem) => ({
  status: status(problem),
  body: { message: problem.message },
});

function status({ kind }: Problem): number {
  switch (kind) {
    case "malformed":
    case "schema":
      return 400;
    case "no-route":
      return 404;
    case "wrong-method":
      return 405;
    case "internal":
      return 500;
    // It takes no keys, so it has no use for these.
    case "unauthorized":
    case "forbidden":
    case "rate-limited":
      return 403;
  }
}

/** The answer that refuses something. */
export function refusal<Status extends number>(
  status: Status,
  message: string,
): { status: Status; body: ErrorBody } {
  return { status, body: { message } };
}
