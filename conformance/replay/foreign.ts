import type { TargetConfig } from "../config.ts";
import { type Contract, type Operation, readContract } from "../contract/contract.ts";
import { validatorFor } from "../contract/validate.ts";
import { coverageOf } from "../coverage/coverage.ts";
import { witness } from "../coverage/witness.ts";
import { derive } from "../derive/derive.ts";
import { reachOf } from "../drift/reach.ts";
import type { Call, Exchange } from "../model.ts";
import { judgeWith, type Run } from "../run.ts";

/**
 * Judges requests that somebody else has made, such as a browser or a proxy, by what the contract says of every answer:
 * status, media type, headers, body. Nothing that takes a request of our own is judged.
 * @param exchanges in order; those that belong to no operation of the target's contract are left out
 */
export async function judgeForeign(
  { suite, url }: Pick<TargetConfig, "suite" | "url">,
  exchanges: readonly Exchange[],
): Promise<Run> {
  const contract = await readContract(suite.contract);
  const validator = validatorFor(contract.document);
  const own = exchanges.flatMap((exchange) => {
    const call = callOf(contract, url, exchange);
    return call === undefined ? [] : [{ ...exchange, call }];
  });
  const { watch, recordingFor, looks } = witness();
  const answered = own.filter(({ response }) => response !== undefined);
  const recording = {
    contract,
    validator,
    exchanges: answered.map(watch),
    // Who goes through all that was sent asks only whether these have run.
    evidence: () => Object.create(null),
  };
  const judged = derive(contract, suite)
    .filter(({ check }) => check.sweeps === true)
    .map(({ requirement, check }) => ({
      requirement,
      outcome: judgeWith(check, recordingFor(requirement.id, recording)),
    }))
    // Nobody set out to see all; what was not asked for is no promise of this recording.
    .filter(({ outcome }) => outcome.name !== "untestable");
  const noted = looks();
  return {
    startedAt: exchanges[0]?.startedAt ?? new Date(0).toISOString(),
    tag: "",
    judged,
    exchanges: own,
    get reach() {
      return reachOf(contract, own);
    },
    get coverage() {
      const features = new Set(["all"]);
      return coverageOf({ contract, validator, judged, exchanges: own, features, looks: noted });
    },
  };
}

/** The call that a request stands for; undefined where it belongs to no operation below the base URL. */
function callOf(contract: Contract, base: string, { request, call }: Exchange): Call | undefined {
  const { origin, pathname, searchParams } = new URL(request.url);
  const start = new URL(base);
  const prefix = start.pathname.replace(/\/$/, "");
  if (origin !== start.origin || !pathname.startsWith(`${prefix}/`)) return undefined;
  const path = pathname.slice(prefix.length);
  const [found] = [...contract.operations.values()]
    .filter(({ method }) => method === request.method)
    .flatMap((operation) => {
      const values = valuesIn(operation, path);
      return values === undefined ? [] : [{ operation, values }];
    })
    // `/things/new` is not the thing named `new`.
    .toSorted((a, b) => Object.keys(a.values).length - Object.keys(b.values).length);
  if (found === undefined) return undefined;
  const body = jsonOf(request.body);
  return {
    operationId: found.operation.id,
    purpose: call.purpose,
    path: found.values,
    query: Object.fromEntries(searchParams),
    ...(body !== undefined && { body }),
  };
}

/** The values of a path template's names in a path that fits it. */
function valuesIn({ path: template }: Operation, path: string): Record<string, string> | undefined {
  const steps = path.replace(/\/$/, "").split("/");
  const wanted = template.split("/");
  if (steps.length !== wanted.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const step = steps[index] ?? "";
    const name = /^\{(.+)\}$/.exec(want)?.[1];
    if (name === undefined ? step !== want : step === "") return undefined;
    if (name !== undefined) values[name] = decoded(step);
  }
  return values;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function jsonOf(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
