import { checkAll } from "../check.ts";
import type { Operation } from "../contract/contract.ts";
import { documentedFor } from "../contract/documented.ts";
import { isObject } from "../contract/json.ts";
import type { Validator } from "../contract/validate.ts";
import { answered, isSuccess } from "../evidence.ts";
import type { Exchange, Finding, Level, Response } from "../model.ts";
import { untestable } from "../obstacles.ts";
import { bodyRule } from "./answer-body.ts";
import { headerRule, mediaTypeRule, serverErrorRule, statusRule } from "./answer-head.ts";
import {
  controlOf,
  type Derived,
  derivationOf,
  derived,
  type Subject,
  succeeded,
} from "./derived.ts";
import { withoutKey } from "./keys.ts";

/** Judges one answer of an operation. */
export type AnswerRule = (
  exchange: Exchange,
  response: Response,
  validator: Validator,
) => readonly Finding[];

type Kind = "answer" | "answer with documented headers" | "success" | "refusal";

const isKind: Readonly<Record<Kind, (response: Response, operation: Operation) => boolean>> = {
  answer: () => true,
  "answer with documented headers": ({ status }, operation) =>
    (documentedFor(operation, status)?.headers.length ?? 0) > 0,
  success: isSuccess,
  refusal: ({ status }) => status >= 400,
};

/** What the contract says about every answer of an operation: status, media type, headers, body. */
export function answerRules(subject: Subject): readonly Derived[] {
  const { operation } = subject;
  const name = `\`${operation.id}\``;
  const { everyStatus, undocumentedRefusal, unnamedRefusals, serverError, refusalBody, headers } =
    derivationOf(subject).answers(operation);
  const rule = (
    slug: string,
    level: Level,
    kind: Kind,
    judge: AnswerRule,
    statement: string,
  ): Derived =>
    derived(subject, slug, level, statement, (id) =>
      checkAll(
        id,
        [kind === "refusal" && operation.secured ? withoutKey(subject) : controlOf(subject)],
        (exchanges, { validator, evidence }) => {
          const found = answersOf(exchanges, operation, kind);
          // For want of a success the control says what it lacked.
          if (found.length === 0 && kind === "success") succeeded(evidence(controlOf(subject)));
          if (found.length === 0) return untestable(`no ${kind} of ${operation.id} was seen`);
          return found.flatMap(([exchange, response]) => judge(exchange, response, validator));
        },
      ),
    );
  return [
    ...(everyStatus
      ? [
          rule(
            "documented-status",
            "must",
            "answer",
            statusRule(operation),
            `Every answer of ${name} has a status that is documented for it.`,
          ),
        ]
      : [
          rule(
            "documented-status",
            "must",
            "answer",
            statusRule(operation, (status) => status < 400),
            `Every success of ${name} has a status that is documented for it.`,
          ),
        ]),
    ...(undocumentedRefusal !== undefined
      ? [
          rule(
            "documented-refusal",
            undocumentedRefusal,
            "answer",
            statusRule(
              operation,
              (status) => status >= 400 && status < 500 && !unnamedRefusals.includes(status),
            ),
            `Every refusal of ${name} has a status that is documented for it.`,
          ),
        ]
      : []),
    rule(
      "no-server-error",
      serverError,
      "answer",
      serverErrorRule,
      `No request makes ${name} answer with a 5xx.`,
    ),
    rule(
      "media-type",
      "must",
      "answer",
      mediaTypeRule(operation),
      `Answers of ${name} have the documented media type.`,
    ),
    ...(headers
      ? [
          rule(
            "headers",
            "must",
            "answer with documented headers",
            headerRule(operation),
            `Answers of ${name} carry the headers that are documented for their status.`,
          ),
        ]
      : []),
    ...(hasBody(operation)
      ? [
          rule(
            "success-body",
            "must",
            "success",
            bodyRule(operation, "binding"),
            `The body of a successful ${name} fits its schema.`,
          ),
        ]
      : []),
    ...(suggestsMore(subject)
      ? [
          rule(
            "success-shape",
            "should",
            "success",
            bodyRule(operation, "suggested"),
            `The body of a successful ${name} has the shape that the examples suggest.`,
          ),
        ]
      : []),
    ...(refusalBody !== undefined
      ? [
          rule(
            "refusal-body",
            refusalBody,
            "refusal",
            bodyRule(operation, "binding"),
            `The body of a refused ${name} fits the schema of its status.`,
          ),
        ]
      : []),
  ];
}

function answersOf(
  exchanges: readonly Exchange[],
  operation: Operation,
  kind: Kind,
): readonly (readonly [Exchange, Response])[] {
  return exchanges
    .filter((exchange) => exchange.call.operationId === operation.id)
    .map((exchange) => [exchange, answered(exchange)] as const)
    .filter(([, response]) => isKind[kind](response, operation));
}

/** Whether a body is documented for any success. */
export const hasBody = ({ responses }: Operation): boolean =>
  [...responses].some(([status, { content }]) => status.startsWith("2") && content.size > 0);

/** Whether a success schema of the operation, references followed, has parts marked `x-level: should`. */
function suggestsMore({ operation, contract }: Subject): boolean {
  const seen = new Set<unknown>();
  const search = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null || seen.has(node)) return false;
    seen.add(node);
    if (isObject(node) && node["x-level"] === "should") return true;
    const target =
      isObject(node) && typeof node.$ref === "string" ? contract.resolve(node.$ref) : undefined;
    return search(target) || Object.values(node).some(search);
  };
  return [...operation.responses].some(
    ([status, { content }]) =>
      status.startsWith("2") && [...content.values()].some(({ schema }) => search(schema)),
  );
}
