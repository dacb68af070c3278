import type { CheckOptions } from "./check-targets.ts";
import type { TargetConfig } from "./config.ts";
import { type Contract, readContract } from "./contract/contract.ts";
import { below, isObject, objectAt } from "./contract/json.ts";
import type { Call, Response } from "./model.ts";
import { itemsOf, runSuite } from "./run.ts";
import { selectionOf } from "./selection.ts";
import type { Wire } from "./target/wire.ts";

/** What a check of one target would send. */
export interface Plan {
  readonly api: string;
  readonly url: string;
  /** In order; keys stand in them by name only. */
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly purpose: string;
  }[];
  /** How many of them are not GET. */
  readonly writes: number;
}

/**
 * Runs the suite against the contract's own examples instead of the network, and tells what it sent. A real target
 * may need a request more or less, where a page is long or a choice is missing.
 * @throws UsageError when `--only` chooses nothing
 */
export async function planOf(target: TargetConfig, options: CheckOptions): Promise<Plan> {
  const contract = await readContract(target.suite.contract);
  const items = await itemsOf(target.suite);
  const selects = selectionOf(
    options.only ?? [],
    items.map(({ requirement }) => requirement.id),
  );
  // Where journeys lead depends on what is answered.
  const { onProgress: _, explore: __, ...rest } = options;
  const run = await runSuite(target.suite, {
    ...rest,
    ...target,
    items,
    ...(selects && { selects }),
    clock: { now: () => new Date(0), sleep: async () => {} },
    wire: exampleWire(contract, target),
  });
  const requests = run.exchanges.map(({ request, call }) => ({
    method: request.method,
    path: pathOf(request.url, target.url),
    purpose: call.purpose,
  }));
  return {
    api: target.suite.api,
    url: target.url,
    requests,
    writes: requests.filter(({ method }) => method !== "GET").length,
  };
}

const pathOf = (url: string, base: string): string => url.slice(base.length);

/** Answers each call with the first example of its operation's first success. */
function exampleWire(contract: Contract, { fixtures }: TargetConfig): Wire {
  const limit = Number(fixtures.get("limited_key.requests_per_minute")?.[0] ?? 0);
  let limited = 0;
  return async (_request, _timeoutMs, call) => {
    if (call.provokesLimit === true) limited += 1;
    if (call.provokesLimit === true && limited > limit)
      return { response: { status: 429, headers: {}, body: "" } };
    return { response: exampleFor(contract, call) };
  };
}

function exampleFor(contract: Contract, call: Call): Response {
  const operation =
    call.operationId === undefined ? undefined : contract.operations.get(call.operationId);
  for (const [status, { content }] of operation?.responses ?? []) {
    const [example] = [...content.values()].map(({ owner }) => firstExample(contract, owner));
    if (status.startsWith("2") && content.size === 0) {
      return { status: Number(status), headers: {}, body: "" };
    }
    if (status.startsWith("2") && example !== undefined) {
      return { status: Number(status), headers: {}, body: JSON.stringify(example), json: example };
    }
  }
  return { status: 404, headers: {}, body: "{}", json: {} };
}

/** The first example of a media type, references followed. */
function firstExample(contract: Contract, mediaType: string): unknown {
  const owner = contract.resolve(mediaType);
  if (isObject(owner) && "example" in owner) return owner.example;
  const [name] = Object.keys(objectAt(owner, "examples"));
  if (name === undefined) return undefined;
  const example = contract.resolve(below(mediaType, "examples", name));
  const ref =
    isObject(example) && typeof example.$ref === "string"
      ? contract.resolve(example.$ref)
      : example;
  return isObject(ref) ? ref.value : undefined;
}
