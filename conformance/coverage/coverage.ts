import type { Contract, Operation } from "../contract/contract.ts";
import type { Validator } from "../contract/validate.ts";
import { isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Judged } from "../verdict.ts";
import { answerClauses, answersSeen } from "./answers.ts";
import { keywordBreaker } from "./breaks.ts";
import { requestClauses, requestSides } from "./requests.ts";
import { type Spoken, type Walking, walkingIn } from "./schema-walk.ts";
import type { Look } from "./witness.ts";

/** How much of what a contract says a run looked at. Never a verdict. */
export interface Coverage {
  /** Asserted clauses of all, in percent, rounded down to one decimal. */
  readonly percent: number;
  readonly asserted: number;
  readonly clauses: number;
  /** Without those of features that are not declared. */
  readonly operations: readonly OperationCoverage[];
}

export interface OperationCoverage {
  readonly operation: string;
  readonly asserted: number;
  readonly clauses: number;
  readonly parts: readonly PartCoverage[];
}

/** The clauses of one part of an operation, each in one of three lists. */
export interface PartCoverage {
  /** `answer 200`; `request accepted`, for valid requests; `request refused`, for those that break a clause. */
  readonly part: string;
  /** A judge looked at an answer, or at what became of a request, that the clause speaks of. */
  readonly asserted: readonly string[];
  /** Sent or answered, and no judge looked at it for this. */
  readonly unasserted: readonly string[];
  readonly unreached: readonly string[];
}

/** What coverage is worked out from: a run, and which features it was to look at. */
export interface Covered {
  readonly contract: Contract;
  readonly validator: Validator;
  readonly judged: readonly Judged[];
  readonly exchanges: readonly Exchange[];
  readonly looks: readonly Look[];
  readonly features: ReadonlySet<string>;
}

/** Clause by clause, what a run asserted, what it only sent, and what it never reached. */
export function coverageOf(covered: Covered): Coverage {
  const { contract, validator, features } = covered;
  const ownOf = lookedAt(covered);
  const walking = walkingIn(
    contract.document,
    (pointer, value) => validator.problems(pointer, value, "whole").length === 0,
  );
  const breaks = keywordBreaker();
  const operations = [...contract.operations.values()]
    .filter(({ feature }) => feature === undefined || features.has("all") || features.has(feature))
    .map((operation) => {
      const own = ownOf(operation);
      const parts = [
        ...answerParts(contract, walking, operation, own),
        ...requestParts(contract, walking, breaks, operation, own),
      ].filter((part) => sizeOf(part) > 0);
      const asserted = parts.reduce((sum, part) => sum + part.asserted.length, 0);
      const clauses = parts.reduce((sum, part) => sum + sizeOf(part), 0);
      return { operation: operation.id, asserted, clauses, parts };
    });
  const asserted = operations.reduce((sum, one) => sum + one.asserted, 0);
  const clauses = operations.reduce((sum, one) => sum + one.clauses, 0);
  const percent = clauses === 0 ? 0 : Math.floor((asserted / clauses) * 1000) / 10;
  return { percent, asserted, clauses, operations };
}

/** An answered exchange, and what the judges of this run looked at there. */
export interface Looked {
  readonly exchange: Exchange;
  readonly looks: readonly Look[];
}

/** The answered exchanges of an operation, with the looks of the judges that came to a judgement. */
function lookedAt({
  judged,
  exchanges,
  looks,
}: Covered): (operation: Operation) => readonly Looked[] {
  const asserting = new Set(
    judged.flatMap(({ requirement: { id, level }, outcome: { name } }) =>
      level !== "observe" && (name === "passed" || name === "failed") ? [id] : [],
    ),
  );
  const byExchange = Map.groupBy(
    looks.filter(({ by }) => asserting.has(by)),
    ({ exchange }) => exchange,
  );
  const answered = exchanges.filter(({ response, superseded }) => response && !superseded);
  const byOperation = Map.groupBy(
    answered.map((exchange) => ({ exchange, looks: byExchange.get(exchange.number) ?? [] })),
    ({ exchange }) => exchange.call.operationId,
  );
  return ({ id }) => byOperation.get(id) ?? [];
}

function answerParts(
  contract: Contract,
  walking: Walking,
  operation: Operation,
  own: readonly Looked[],
): readonly PartCoverage[] {
  const seen = own.map((looked) => answersSeen(walking, operation, looked));
  return [...answerClauses(contract, operation)].map(([status, clauses]) => {
    const here = seen.filter((one) => one.status === status);
    const reached = new Set(here.flatMap((one) => [...one.reached]));
    const asserted = new Set(here.flatMap((one) => [...one.asserted]));
    return partOf(`answer ${status}`, clauses, reached, asserted);
  });
}

function requestParts(
  contract: Contract,
  walking: Walking,
  breaks: (spoken: Spoken) => boolean,
  operation: Operation,
  own: readonly Looked[],
): readonly PartCoverage[] {
  const { accepts, refuses } = requestClauses(contract, operation);
  const kept = { reached: new Set<string>(), asserted: new Set<string>() };
  const broken = { reached: new Set<string>(), asserted: new Set<string>() };
  for (const { exchange, looks } of own) {
    const { call, response } = exchange;
    // What another key, or none, is answered says nothing of the rest of the request.
    if (call.authorization !== undefined || response === undefined) continue;
    const judged = looks.some(({ chosen, status }) => chosen && status);
    const sides = requestSides(walking, breaks, operation, call);
    const [first, ...others] = new Set(sides.broken);
    if (first === undefined) {
      const accepted = judged && isSuccess(response);
      for (const clause of sides.kept) (accepted ? kept.asserted : kept.reached).add(clause);
    } else if (others.length === 0 && judged) broken.asserted.add(first);
    else for (const clause of sides.broken) broken.reached.add(clause);
  }
  return [
    partOf("request accepted", accepts, kept.reached, kept.asserted),
    partOf("request refused", refuses, broken.reached, broken.asserted),
  ];
}

function partOf(
  part: string,
  clauses: ReadonlySet<string>,
  reached: ReadonlySet<string>,
  asserted: ReadonlySet<string>,
): PartCoverage {
  const all = [...clauses].sort();
  return {
    part,
    asserted: all.filter((clause) => asserted.has(clause)),
    unasserted: all.filter((clause) => reached.has(clause) && !asserted.has(clause)),
    unreached: all.filter((clause) => !reached.has(clause) && !asserted.has(clause)),
  };
}

const sizeOf = ({ asserted, unasserted, unreached }: PartCoverage): number =>
  asserted.length + unasserted.length + unreached.length;
