import type { Operation } from "../contract/contract.ts";
import { documentedFor, jsonContent } from "../contract/documented.ts";
import type { Problem } from "../contract/validate.ts";
import { describe, show } from "../evidence.ts";
import type { AnswerRule } from "./answers.ts";

/**
 * The body fits the schema of its status.
 * @param part `binding`: what the documentation says; `suggested`: only what it says by `x-level: should`
 */
export const bodyRule =
  (operation: Operation, part: "binding" | "suggested"): AnswerRule =>
  (exchange, { status, headers, json, body }, validator) => {
    const schema = jsonContent(documentedFor(operation, status), headers["content-type"]);
    // An answer to HEAD has no body, whatever it says of it (RFC 9110, 9.3.2).
    if (schema === undefined || operation.method === "HEAD") return [];
    if (json === undefined) {
      if (part === "suggested") return [];
      return [
        {
          message: `${describe(exchange)} is answered ${status} with a body that is not JSON`,
          expected: "a JSON body",
          actual: whatIs(body),
          exchange,
        },
      ];
    }
    const binding = validator.problems(schema.pointer, json, "binding");
    const problems =
      part === "binding"
        ? binding
        : without(validator.problems(schema.pointer, json, "whole"), binding);
    return problems.map((problem) => ({
      message: `${describe(exchange)} is answered ${status} with a body that breaks its schema at ${problem.pointer || "its root"}`,
      expected: problem.expected,
      actual: show(problem.actual),
      exchange,
    }));
  };

/** A body that is not JSON; what the eye does not see is said. */
function whatIs(body: string): string {
  if (body === "") return "an empty body";
  const start = body.slice(0, 80);
  if (body.startsWith("\ufeff")) return `a byte order mark before ${start.slice(1)}`;
  return body.includes("\ufffd") ? `bytes that are not UTF-8: ${start}` : start;
}

function without(problems: readonly Problem[], known: readonly Problem[]): readonly Problem[] {
  const places = new Set(known.map(({ pointer }) => pointer));
  return problems.filter(({ pointer }) => !places.has(pointer));
}
