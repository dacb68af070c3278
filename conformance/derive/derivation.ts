import type { Contract, Operation, Parameter } from "../contract/contract.ts";
import { documentedFor } from "../contract/documented.ts";
import type { Level } from "../model.ts";
import { acceptableEdges, type Edge } from "./edges.ts";
import { reactionTo, type Violation, violationsOf } from "./violations.ts";

/** Some of the requirements that answers have to meet, by how much a document says of them. */
export type AnswerLevels = Readonly<{
  /** Whether refusals, too, must have a documented status; else this is a requirement of its own, or none at all. */
  everyStatus: boolean;
  undocumentedRefusal: Level | undefined;
  /** Refusals that need not be documented. */
  unnamedRefusals: readonly number[];
  serverError: Level;
  refusalBody: Level | undefined;
  /** Whether an answer with documented headers is sure to come. */
  headers: boolean;
}>;

/** What is derived from a contract, and how firmly, where that hangs on what stands behind the contract. */
export interface Derivation {
  /** Valid requests that an operation accepts besides its control. */
  edges(contract: Contract, operation: Operation): readonly Edge[];
  violations(contract: Contract, operation: Operation): readonly Violation[];
  /** How firmly the control itself has to be accepted. */
  readonly acceptance: Level;
  /** Statuses that mean a request was refused for what it contains. */
  refusals(operation: Operation): readonly number[];
  /** Statuses that tell nothing of a request: the resource ended on its own, as a chat may, or something was in its way. */
  readonly beside: readonly number[];
  /** Statuses that mean a request was refused for its key. */
  readonly keyRefusals: readonly number[];
  /** What an unknown id in the path is answered with; undefined where nothing is derived from it. */
  unknownId(
    contract: Contract,
    operation: Operation,
    parameter: Parameter,
  ): { readonly level: Level; readonly statuses: readonly number[] } | undefined;
  answers(operation: Operation): AnswerLevels;
}

/**
 * For a contract written together with a catalogue of requirements: each status that is documented for it is meant,
 * and what is left open is marked in it (`x-violations`, `x-level`).
 */
export const authoredDerivation: Derivation = {
  edges: acceptableEdges,
  violations: violationsOf,
  acceptance: "must",
  refusals,
  beside: [410],
  keyRefusals: [401],
  unknownId: (contract, operation, { schema }) => {
    if (!operation.responses.has("404")) return undefined;
    const open = reactionTo(contract, schema.schema, "unknown") === "undocumented";
    return { level: open ? "observe" : "must", statuses: [404] };
  },
  answers: ({ secured, responses }) => ({
    everyStatus: true,
    undocumentedRefusal: undefined,
    unnamedRefusals: [],
    serverError: "must",
    refusalBody: secured ? "must" : undefined,
    // A 429 comes only to those who provoke it.
    headers: [...responses].some(([status, { headers }]) => status !== "429" && headers.length > 0),
  }),
};

/** The documented statuses that mean a request was refused for what it contains; every 4xx where none is named. */
export function refusals(operation: Operation): readonly number[] {
  const others = [401, 402, 403, 404, 409, 410, 429];
  const documented = [...operation.responses.keys()].map(Number);
  const named = documented.filter(
    (status) => status >= 400 && status < 500 && !others.includes(status),
  );
  return named.length > 0
    ? named
    : Array.from({ length: 100 }, (_, i) => 400 + i).filter((s) => !others.includes(s));
}

/** Whether a refusal of an operation has a documented body. */
export const documentsRefusal = (operation: Operation): boolean =>
  [...operation.responses.keys()].some(
    (status) =>
      /^(4|default)/i.test(status) && (documentedFor(operation, status)?.content.size ?? 0) > 0,
  );
