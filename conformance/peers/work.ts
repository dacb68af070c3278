import { derivedMutants } from "../proof/derived/all.ts";
import { asFault } from "../proof/derived/as-fault.ts";
import type { DerivedMutant } from "../proof/derived/mutant.ts";
import { type Recorded, record } from "../proof/derived/record.ts";
import { equivalents } from "../proof/equivalents.ts";
import { arriving, type Fault } from "../proof/fault/fault.ts";
import { readOnce } from "../proof/matter.ts";
import { mutants } from "../proof/mutants/all.ts";
import { operationMutants } from "../proof/mutants/every-operation.ts";
import type { Mutant } from "../proof/mutants/mutant.ts";
import { variants } from "../proof/variants/all.ts";
import type { Suite } from "../suite.ts";
import { suites } from "../suites.ts";
import { type Aim, wordsOfDerived, wordsOfWritten } from "./attribution.ts";
import type { Result } from "./result.ts";
import { drawn, interleaved } from "./sample.ts";

/** A server to try tools on. */
export interface Subject {
  readonly id: string;
  readonly api: string;
  readonly kind: Result["kind"];
  /** Made anew for each run, since some remember. */
  readonly fault: () => Fault;
  /** What is wrong with it, or what it does otherwise. */
  readonly about: string;
  /** What an alarm about it names; for mutants. */
  readonly aim?: Aim;
}

/** How many are drawn of each. */
export const counts = { derived: 60, operators: 15, behaviour: 45, legal: 24 };

export const cleanSubjects: readonly Subject[] = suites.map(({ api }) => ({
  id: `${api}/clean`,
  api,
  kind: "clean",
  fault: () => ({}),
  about: "The reference server.",
}));

/**
 * The mutants and the legal variants that all tools are tried on, drawn by a seed; every beginning of the list has some of
 * each kind.
 */
export async function subjects(seed: number): Promise<readonly Subject[]> {
  const derived = (await Promise.all(suites.map(derivedOf))).flat();
  const kinds = [...new Set(derived.map(({ id }) => kindOf(id)))].toSorted();
  const share = Math.ceil(counts.derived / kinds.length);
  const ofContract = interleaved(
    kinds.map((kind) =>
      drawn(
        derived.filter(({ id }) => kindOf(id) === kind),
        share,
        seed,
      ),
    ),
  );
  const operators = new Set(operationMutants.map(({ id }) => id));
  const written = (await Promise.all(suites.map(writtenOf))).flat();
  const ofHand = (wanted: boolean, count: number) =>
    drawn(
      written.filter(({ id }) => operators.has(id) === wanted),
      count,
      seed,
    );
  // The others are legal to who declares the core alone, are told to a suite beforehand, or need time or the limit.
  const legal = variants
    .filter(({ features, configure }) => features === true && configure === undefined)
    .filter(({ limits, patience, takesAway }) => !limits && !patience && takesAway === undefined)
    .filter(({ id }) => !id.endsWith("/limited-once"))
    .map(({ id, api, does, fault }): Subject => ({ id, api, kind: "legal", fault, about: does }));
  return interleaved([
    ofContract,
    ofHand(true, counts.operators),
    ofHand(false, counts.behaviour),
    drawn(legal, counts.legal, seed),
  ]);
}

/** The kinds of derived mutants, so that the most numerous one is not all there is. */
function kindOf(id: string): string {
  const [, , where = "", ...rest] = id.split("/");
  if (where === "query" || where === "body") return "what is sent";
  if (rest.length > 1)
    return where.startsWith("2") ? "a member of a success" : "a member of a refusal";
  return rest[0]?.startsWith("becomes-") ? "status" : "media type and text";
}

/** Those that break something that answers show at all, by our own recording, and that the server can be made to do. */
async function derivedOf(suite: Suite): Promise<readonly Subject[]> {
  const recorded = await record(suite);
  const legal = new Set(equivalents.flatMap((each) => each.mutants));
  return derivedMutants(recorded)
    .filter((mutant) => !legal.has(mutant.id) && shows(recorded, mutant))
    .map(
      (mutant): Subject => ({
        id: mutant.id,
        api: mutant.api,
        kind: "derived",
        fault: () => asFault(mutant),
        about: mutant.breaks,
        aim: { operations: [mutant.operation], words: wordsOfDerived(mutant.id) },
      }),
    );
}

/** Whether it changes status, type or body of any recorded answer: other headers the server makes itself. */
const shows = ({ exchanges }: Recorded, { operation, change }: DerivedMutant): boolean =>
  exchanges.some(({ call, request, response }) => {
    if (call.operationId !== operation || response === undefined) return false;
    const changed = change(response, request);
    return (
      changed.status !== response.status ||
      changed.body !== response.body ||
      changed.headers["content-type"] !== response.headers["content-type"]
    );
  });

/** Those that need no rate limit, no three quarters of an hour, and nothing that only our suite would send. */
async function writtenOf(suite: Suite): Promise<readonly Subject[]> {
  const { items } = await readOnce(suite);
  const operationsOf = ({ kills }: Mutant) => [
    ...new Set(
      items
        .map(({ requirement }) => requirement)
        .filter(({ id }) => kills.some((kill) => id === kill || id.startsWith(`${kill}/`)))
        .flatMap(({ operations }) => operations),
    ),
  ];
  return mutants
    .filter(({ api, limits, patience }) => api === suite.api && !limits && !patience)
    .filter(({ id }) => !id.endsWith("/any-scheme-will-do"))
    .map((mutant): Subject => {
      const operations = operationsOf(mutant);
      const words = wordsOfWritten(mutant.breaks, mutant.kills[0], operations);
      return {
        id: mutant.id,
        api: mutant.api,
        kind: "behaviour",
        fault: () => fairFault(mutant, operations),
        about: mutant.breaks,
        aim: { operations, words },
      };
    });
}

const demoKey = /sk[-_](?:live_)?demo/;

/** As written, but that a server that takes any key takes any at all, and not only the one that our suite tries. */
function fairFault({ id, api, fault }: Mutant, [operation]: readonly string[]): Fault {
  if (!/(?:takes-any-key|any-key-will-do)$/.test(id)) return fault;
  const own = api === "sahut" ? "sk_live_demo_business" : "sk-demo-main";
  const where = id.endsWith("takes-any-key") && operation !== undefined ? operation : "everywhere";
  return arriving(where, ({ authorization }) =>
    authorization !== null && !demoKey.test(authorization)
      ? { authorization: `Bearer ${own}` }
      : {},
  );
}
