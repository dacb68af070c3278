import { checkAll } from "../check.ts";
import { isObject } from "../contract/json.ts";
import type { Validator } from "../contract/validate.ts";
import { answered, isSuccess } from "../evidence.ts";
import type { Exchange, Finding, Level, Response } from "../model.ts";
import { untestable } from "../obstacles.ts";
import { bodyRule } from "./answer-body.ts";
import { headerRule, mediaTypeRule, serverErrorRule, statusRule } from "./answer-head.ts";
import { controlOf, type Derived, derived, type Subject } from "./derived.ts";
import { withoutKey } from "./keys.ts";

/** Judges one answer of an operation. */
export type AnswerRule = (
  exchange: Exchange,
  response: Response,
  validator: Validator,
) => readonly Finding[];

type Kind = "answer" | "success" | "refusal";

const isKind: Readonly<Record<Kind, (response: Response) => boolean>> = {
  answer: () => true,
  success: isSuccess,
  refusal: ({ status }) => status >= 400,
};

/** What the contract says about every answer of an operation: status, media type, headers, body. */
export function answerRules(subject: Subject): readonly Derived[] {
  const name = `\`${subject.operation.id}\``;
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
        [kind === "refusal" ? withoutKey(subject) : controlOf(subject)],
        (exchanges, { validator }) =>
          answersOf(exchanges, subject.operation.id, kind).flatMap(([exchange, response]) =>
            judge(exchange, response, validator),
          ),
      ),
    );
  const { operation } = subject;
  return [
    rule(
      "documented-status",
      "must",
      "answer",
      statusRule(operation),
      `Every answer of ${name} has a status that is documented for it.`,
    ),
    rule(
      "no-server-error",
      "must",
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
    rule(
      "headers",
      "must",
      "answer",
      headerRule(operation),
      `Answers of ${name} carry the headers that are documented for their status.`,
    ),
    rule(
      "success-body",
      "must",
      "success",
      bodyRule(operation, "binding"),
      `The body of a successful ${name} fits its schema.`,
    ),
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
    ...(operation.secured
      ? [
          rule(
            "refusal-body",
            "must",
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
  operationId: string,
  kind: Kind,
): readonly (readonly [Exchange, Response])[] {
  const found = exchanges
    .filter((exchange) => exchange.call.operationId === operationId)
    .map((exchange) => [exchange, answered(exchange)] as const)
    .filter(([, response]) => isKind[kind](response));
  return found.length > 0 ? found : untestable(`no ${kind} of ${operationId} was seen`);
}

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
