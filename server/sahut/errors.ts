import type { NotFoundError, ValidationError } from "../../generated/sahut/types.ts";
import type { ErrorBodies, Problem } from "../contract/problem.ts";

/** Sahut's error object: the code belongs to the status, and the body repeats the status. */
export const errorBodies: ErrorBodies = (problem) => {
  const [status, code] = statusAndCode(problem);
  return { status, body: { error: { code, message: message(problem), status } } };
};

function statusAndCode({ kind, keyword }: Problem): [status: number, code: string] {
  switch (kind) {
    case "unauthorized":
      return [401, "unauthorized"];
    case "forbidden":
      return [403, "forbidden"];
    case "rate-limited":
      return [429, "rate_limited"];
    case "no-route":
      return [404, "not_found"];
    case "wrong-method":
      // Silent: 405 and its code. The list of codes is closed; this one fits best.
      return [405, "bad_request"];
    case "malformed":
      return [400, "bad_request"];
    case "schema":
      // 400 and 422 overlap in the documentation. Here 400 is a missing member or a wrong type, and
      // 422 is everything well-formed that breaks a rule.
      return keyword === "type" || keyword === "required"
        ? [400, "bad_request"]
        : [422, "validation_error"];
    case "internal":
      return [500, "server_error"];
  }
}

function message(problem: Problem): string {
  return problem.kind === "unauthorized" ? "Invalid or missing API key" : problem.message;
}

/**
 * The answer for a resource that is not there, or is another workspace's: the two look the same.
 */
export function notFound(what: string): { status: 404; body: NotFoundError } {
  return {
    status: 404,
    body: { error: { code: "not_found", message: `${what} not found`, status: 404 } },
  };
}

/** The answer for a well-formed request that breaks a rule. */
export function invalid(message: string): { status: 422; body: ValidationError } {
  return { status: 422, body: { error: { code: "validation_error", message, status: 422 } } };
}
