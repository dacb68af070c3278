import type { Contract } from "./contract/contract.ts";
import type { Call, Exchange } from "./model.ts";
import { Untestable } from "./obstacles.ts";
import { encoded } from "./target/encode.ts";
import { placed } from "./target/key.ts";
import { type Limit, type Pacer, pacerAt, pacerWithin } from "./target/pace.ts";
import { type Hindrance, hindranceOf } from "./target/retry.ts";
import { type Clock, transmit, type Wire } from "./target/wire.ts";

/** The deployment under test. Only what is behind this interface sends. */
export interface Target {
  readonly url: string;
  readonly clock: Clock;
  /**
   * Sends a call and records the exchange; a silent target is an exchange too.
   * @throws Untestable when the run may not send it: budget spent, read-only, interrupted, target gone, rate limit used up
   */
  send(call: Call): Promise<Exchange>;
  /** Does what puts things to rest: no interruption holds it back, and what the budget keeps back is for it. */
  windUp(work: () => Promise<void>): Promise<void>;
  /** Everything sent so far, in order. */
  readonly exchanges: readonly Exchange[];
}

export interface TargetOptions {
  readonly contract: Contract;
  /** Base URL; the paths of the contract are appended to it. */
  readonly url: string;
  /** Keys by the name under which calls refer to them; `key` is the target's own. */
  readonly keys: ReadonlyMap<string, string>;
  /** Send nothing but GET requests. Default: false. */
  readonly readOnly?: boolean;
  /** Send no more than this, whatever for. Default: no limit. */
  readonly maxRequests?: number;
  /** How many of them are kept back at present, to put to rest what was made. Default: none. */
  readonly keptBack?: () => number;
  /** Limits to stay within. Default: none. */
  readonly limits?: readonly Limit[];
  /** Requests a second at most, instead of the limits; Infinity for as fast as the target answers. */
  readonly requestsPerSecond?: number;
  /** Who is asking, for the header `User-Agent`. Default: `concordat`. */
  readonly userAgent?: string;
  /** Give up on an answer after this many milliseconds. Default: 10 000. */
  readonly timeoutMs?: number;
  /** Once aborted, nothing more is sent than what puts things to rest. */
  readonly signal?: AbortSignal;
  readonly clock: Clock;
  /** The network; default: HTTP by fetch. */
  readonly wire?: Wire;
  /** Called before a request is sent, and after it was answered. What is made is written down there. */
  readonly onSend?: (number: number, call: Call, method: string) => void;
  readonly onExchange?: (exchange: Exchange) => void;
}

const limitReached =
  "the target's rate limit lets the run not go on (429); give --rps, or a key with a larger plan";

/** After this many silences in a row the target counts as gone. */
const patience = 3;

/** A target over HTTP. */
export function createTarget(options: TargetOptions): Target {
  const { signal, maxRequests = Number.POSITIVE_INFINITY } = options;
  const exchanges: Exchange[] = [];
  const exhausted = new Set<string | undefined>();
  let silences = 0;
  let windingUp = false;
  // Whatever a run waits for, an interruption ends it.
  const clock: Clock = {
    now: () => options.clock.now(),
    sleep: (milliseconds) => options.clock.sleep(milliseconds, windingUp ? undefined : signal),
  };
  const pace = pacerOf(options, clock);
  const wire = options.wire ?? transmit;
  const named = options.userAgent === undefined ? {} : { "user-agent": options.userAgent };

  /** How much of the budget this request may not have: what a write makes takes one more to put to rest. */
  const keptBackFor = (method: string): number => {
    if (windingUp || options.keptBack === undefined) return 0;
    return options.keptBack() + (method === "GET" ? 0 : 1);
  };

  const mayStillSend = (call: Call, method: string): void => {
    if (options.readOnly === true && method !== "GET")
      stop(`${call.purpose}: a read-only run sends no ${method}`);
    if (signal?.aborted === true && !windingUp) stop("the run was interrupted");
    if (exchanges.length + keptBackFor(method) >= maxRequests)
      stop(`the ${maxRequests} requests of --max-requests are spent`);
    if (silences >= patience) stop("the target stopped answering");
    if (exhausted.has(call.operationId) && call.provokesLimit !== true) stop(limitReached);
  };

  /** Waits until the pace allows a call; one that is meant to run into a limit waits for no documented one. */
  const turn = async (call: Call, method: string): Promise<() => void> => {
    if (call.provokesLimit !== true || options.requestsPerSecond !== undefined)
      return pace.turn(method);
    // Limits are counted by key, and this one's is the run's own.
    if (call.authorization === undefined) pace.count(method);
    return () => {};
  };

  const sendOnce = async (call: Call): Promise<Exchange> => {
    const request = requestOf(call, options);
    mayStillSend(call, request.method);
    const answered = await turn(call, request.method);
    mayStillSend(call, request.method);
    const number = exchanges.length + 1;
    options.onSend?.(number, call, request.method);
    const sentAt = clock.now();
    const onWire = { ...request, headers: { ...request.headers, ...named } };
    const answer = await wire(onWire, options.timeoutMs ?? 10_000, call);
    answered();
    silences = "failure" in answer ? silences + 1 : 0;
    return {
      number,
      call,
      request,
      startedAt: sentAt.toISOString(),
      durationMs: clock.now().getTime() - sentAt.getTime(),
      // Last, since a recording knows the times, too.
      ...answer,
    };
  };

  const record = (exchange: Exchange): Exchange => {
    exchanges.push(exchange);
    options.onExchange?.(exchange);
    return exchange;
  };

  const send = async (call: Call, hindrances: readonly Hindrance[] = []): Promise<Exchange> => {
    const exchange = await sendOnce(call);
    const hindrance = hindranceOf(exchange, hindrances, clock.now().getTime());
    const limited = exchange.response?.status === 429 && call.provokesLimit !== true;
    if (limited) pace.slowDown(exchange.request.method, hindrance?.waitMs ?? 0);
    if (hindrance === undefined && !limited) return record(exchange);
    record({ ...exchange, superseded: true });
    if (hindrance === undefined) {
      exhausted.add(call.operationId);
      return stop(limitReached);
    }
    await clock.sleep(hindrance.waitMs);
    return send(call, [...hindrances, hindrance]);
  };

  const windUp = async (work: () => Promise<void>): Promise<void> => {
    windingUp = true;
    await work();
    windingUp = false;
  };

  return { url: options.url, clock, send: (call) => send(call), windUp, exchanges };
}

const pacerOf = ({ requestsPerSecond, limits = [] }: TargetOptions, clock: Clock): Pacer =>
  requestsPerSecond === undefined ? pacerWithin(limits, clock) : pacerAt(requestsPerSecond, clock);

function stop(reason: string): never {
  throw new Untestable({ kind: "run", reason });
}

function requestOf(call: Call, { contract, url, keys }: TargetOptions): Exchange["request"] {
  const operation =
    call.operationId === undefined ? undefined : contract.operations.get(call.operationId);
  const path = (call.raw?.path ?? operation?.path ?? "/").replace(
    /\{([^{}]+)\}/g,
    (_, name: string) => encodeURIComponent(call.path?.[name] ?? ""),
  );
  const key = placed(call.authorization, operation?.credentials ?? [], keys);
  const query = new URLSearchParams([
    ...Object.entries(call.query ?? {}),
    ...Object.entries(call.repeated ?? {}).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
    ...key.query,
  ]).toString();
  const written = call.body === undefined ? undefined : encoded(call.body, call.mediaType);
  const body = call.raw?.body ?? written?.text;
  const type =
    call.raw?.contentType ??
    (body === undefined ? undefined : (written?.type ?? "application/json"));
  return {
    method: call.raw?.method ?? operation?.method ?? "GET",
    url: `${url.replace(/\/$/, "")}${path}${query && `?${query}`}`,
    headers: {
      accept: "application/json",
      ...key.headers,
      ...(type && { "content-type": type }),
      ...call.headers,
      ...cookies(call.headers?.cookie, key.cookies),
    },
    ...(body !== undefined && { body }),
  };
}

const cookies = (
  own: string | undefined,
  keys: readonly string[],
): { readonly cookie?: string } => {
  const all = [...(own === undefined ? [] : [own]), ...keys];
  return all.length === 0 ? {} : { cookie: all.join("; ") };
};
