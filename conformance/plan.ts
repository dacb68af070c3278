import type { CheckOptions } from "./check-targets.ts";
import type { TargetConfig } from "./config.ts";
import { type Contract, readContract } from "./contract/contract.ts";
import { below, isObject, objectAt } from "./contract/json.ts";
import { sampleOf } from "./derive/values/sample.ts";
import { type Schemas, schemasOf } from "./derive/values/schemas.ts";
import type { Call, Response } from "./model.ts";
import { receiverInThought } from "./receiver/in-thought.ts";
import { type Item, itemsOf, runSuite } from "./run.ts";
import { selectionOf } from "./selection.ts";
import { limitsOf, paceInWords } from "./target/limits.ts";
import type { Clock, Wire } from "./target/wire.ts";

/** What a check of one target would send. */
export interface Plan {
  readonly api: string;
  readonly url: string;
  /** In order; keys stand in them by name only. */
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly purpose: string;
    /** When it would leave, in milliseconds from the start, if answers took no time. */
    readonly at: number;
  }[];
  /** How many of them are not GET. */
  readonly writes: number;
  /** How long that takes, in milliseconds, if answers took no time. */
  readonly durationMs: number;
  /** What sets the pace, for people: "60 requests a minute". Absent where nothing does. */
  readonly pace?: string;
}

/**
 * Runs the suite against the contract's own examples instead of the network, and tells what it sent. A real target
 * may need a request more or less, where a page is long or a choice is missing.
 * @throws UsageError when `--only` chooses nothing
 */
export async function planOf(target: TargetConfig, options: CheckOptions): Promise<Plan> {
  const items = await itemsOf(target.suite);
  return planFor(target, options, items, selectionOf(options.only ?? [], idsOf(items)));
}

/** The plans of several targets, but for those in which `--only` chooses nothing. @throws UsageError when it chooses nothing in any */
export async function plansOf(
  targets: readonly TargetConfig[],
  options: CheckOptions,
): Promise<readonly Plan[]> {
  const items = await Promise.all(targets.map(({ suite }) => itemsOf(suite)));
  const selects = selectionOf(options.only ?? [], items.flatMap(idsOf));
  const plans: Plan[] = [];
  for (const [place, target] of targets.entries()) {
    const own = items[place] ?? [];
    if (selects === undefined || idsOf(own).some(selects))
      plans.push(await planFor(target, options, own, selects));
  }
  return plans;
}

const idsOf = (items: readonly Item[]): readonly string[] =>
  items.map(({ requirement }) => requirement.id);

async function planFor(
  target: TargetConfig,
  options: CheckOptions,
  items: readonly Item[],
  selects: ((id: string) => boolean) | undefined,
): Promise<Plan> {
  const contract = await readContract(target.suite.contract);
  const clock = timeInThought();
  const limits = limitsOf(target.suite, target);
  const { readOnly, maxRequests, requestsPerSecond } = options;
  const run = await runSuite(target.suite, {
    ...target,
    ...(readOnly !== undefined && { readOnly }),
    ...(maxRequests !== undefined && { maxRequests }),
    ...(requestsPerSecond !== undefined && { requestsPerSecond }),
    items,
    limits,
    confirm: false,
    ...(selects && { selects }),
    clock,
    wire: exampleWire(contract, target),
    listen: receiverInThought,
  });
  const requests = run.exchanges.map(({ request, call, startedAt }) => ({
    method: request.method,
    path: pathOf(request.url, target.url),
    purpose: call.purpose,
    at: Date.parse(startedAt),
  }));
  const pace = paceInWords(limits, requestsPerSecond);
  return {
    api: target.suite.api,
    url: target.url,
    requests,
    writes: requests.filter(({ method }) => method !== "GET").length,
    durationMs: clock.now().getTime(),
    ...(pace !== undefined && { pace }),
  };
}

/** A clock that begins at 0 and jumps over every wait. */
function timeInThought(): Clock {
  let time = 0;
  return {
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
  };
}

const pathOf = (url: string, base: string): string => url.slice(base.length);

/** Answers each call with the first example of its operation's first success; a limited key until its minute is spent. */
function exampleWire(contract: Contract, { fixtures }: TargetConfig): Wire {
  const schemas = schemasOf(contract.document);
  const sent = new Map<string, number>();
  return async (_request, _timeoutMs, call) => {
    const [, key = ""] = /\{(\w+)\}/.exec(call.authorization ?? "") ?? [];
    const limit = fixtures.get(`${key}.requests_per_minute`)?.[0];
    if (call.provokesLimit !== true || limit === undefined)
      return { response: exampleFor(contract, schemas, call) };
    sent.set(key, (sent.get(key) ?? 0) + 1);
    return (sent.get(key) ?? 0) > Number(limit)
      ? { response: { status: 429, headers: {}, body: "" } }
      : { response: exampleFor(contract, schemas, call) };
  };
}

function exampleFor(contract: Contract, schemas: Schemas, call: Call): Response {
  const operation =
    call.operationId === undefined ? undefined : contract.operations.get(call.operationId);
  for (const [status, { content }] of operation?.responses ?? []) {
    // A range and `default` stand for any success.
    const number = Number(status.replace(/^2xx$|^default$/i, "200"));
    if (number < 200 || number > 299) continue;
    const [example] = [...content.values()].map(
      ({ owner, schema }) =>
        firstExample(contract, owner) ??
        sampleOf(schemas, schema, { size: "full", without: "writeOnly" })?.value,
    );
    if (content.size === 0) return { status: number, headers: {}, body: "" };
    if (example !== undefined)
      return { status: number, headers: {}, body: JSON.stringify(example), json: example };
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
