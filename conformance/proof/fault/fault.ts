import type { Fault } from "../../../server/contract/faults.ts";
import type { HandlerTable, LooseAnswer, LooseCall } from "../../../server/contract/handlers.ts";
import { isObject, type JsonObject } from "../../contract/json.ts";
import { type Change, edit } from "./edit.ts";

export type { Fault } from "../../../server/contract/faults.ts";

/** One operation, several, or every request there is: also those that no operation takes. */
export type Where = string | readonly string[] | "everywhere";

/** A request as it arrives, before anything is checked. What is undefined or null is taken away. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly authorization: string | null;
  /** The parsed JSON; undefined when there is none. */
  readonly body: unknown;
  readonly contentType: string | null;
}

/** An answer as it leaves: after every check, also the server's own. */
export interface Departure {
  readonly status: number;
  /** An object goes out as JSON; a text or bytes as they are, and null as no body at all. */
  readonly body: unknown;
  /** In lower case; null takes a header away. */
  readonly headers: Readonly<Record<string, string | null>>;
}

/** A request that has passed all checks, as handlers get it. */
export interface Called {
  readonly key: LooseCall["key"];
  readonly path: Readonly<Record<string, string>>;
  readonly query: JsonObject;
  readonly body: JsonObject;
}

type Next = (call: Called) => Promise<LooseAnswer>;

/** The sound handlers of the same API, by operation. */
export type Others = Readonly<Record<string, Next>>;

/** Answers in place of a handler, or around it. */
export type Handle = (call: Called, next: Next, others: Others) => Promise<LooseAnswer>;

const isAt = (where: Where, operationId: string | undefined): boolean =>
  where === "everywhere" || (operationId !== undefined && [where].flat().includes(operationId));

/** Handles arrivals and departures as it likes; `proceed` may be called any number of times. */
export function around(
  where: Where,
  pass: (
    arrival: Arrival,
    proceed: (changed?: Partial<Arrival>) => Promise<Departure>,
  ) => Promise<Departure>,
): Fault {
  return {
    around: async (operation, ctx, next) => {
      if (!isAt(where, operation?.operationId)) return next();
      const arrival: Arrival = {
        method: ctx.method,
        path: ctx.path,
        query: Object.fromEntries(
          Object.entries(ctx.query).map(([name, value]) => [name, [value].flat()[0]]),
        ),
        authorization: ctx.get("Authorization") || null,
        body: ctx.state.body,
        contentType: ctx.get("Content-Type") || null,
      };
      const proceed = async (changed: Partial<Arrival> = {}): Promise<Departure> => {
        const { query, body, authorization, contentType } = { ...arrival, ...changed };
        // Left undefined, a parameter would be sent empty.
        ctx.query = Object.fromEntries(
          Object.entries(query).filter(([, value]) => value !== undefined),
        );
        ctx.state.body = body;
        ctx.req.headers.authorization = authorization ?? undefined;
        ctx.req.headers["content-type"] = contentType ?? undefined;
        await next();
        return { status: ctx.status, body: ctx.body, headers: {} };
      };
      const { status, body, headers } = await pass(arrival, proceed);
      // Koa takes an empty body for a 204, and forgets what it would have said of a full one.
      if (body !== ctx.body) ctx.body = body;
      ctx.status = status;
      for (const [name, value] of Object.entries(headers)) {
        if (value === null) ctx.remove(name);
        else ctx.set(name, value);
      }
    },
  };
}

/** Changes requests as they arrive. */
export const arriving = (where: Where, change: (arrival: Arrival) => Partial<Arrival>): Fault =>
  around(where, (arrival, proceed) => proceed(change(arrival)));

/** Changes answers as they leave. */
export const leaving = (
  where: Where,
  change: (answer: Departure, arrival: Arrival) => Partial<Departure>,
): Fault =>
  around(where, async (arrival, proceed) => {
    const answer = await proceed();
    return { ...answer, ...change(answer, arrival) };
  });

/** Changes one place in the body of every success. */
export const body = (where: Where, place: string, change: Change): Fault =>
  leaving(where, (answer) =>
    answer.status < 300 ? { body: edit(answer.body, place, change) } : {},
  );

/** Changes one place in the body of every refusal, or of those with one status. */
export const errorBody = (where: Where, place: string, change: Change, status?: number): Fault =>
  leaving(where, (answer) =>
    answer.status >= 400 && (status ?? answer.status) === answer.status
      ? { body: edit(answer.body, place, change) }
      : {},
  );

/** Handles operations otherwise. */
export function handling(where: Where, handle: Handle): Fault {
  return {
    handlers: (_, table: HandlerTable) => {
      const others = Object.fromEntries(
        Object.entries(table).map(([id, handler]): [string, Next] => [id, (call) => handler(call)]),
      );
      const faulty = Object.entries(others).map(([id, next]) => [
        id,
        (call: LooseCall) =>
          isAt(where, id) ? handle(called(call), next, others) : next(called(call)),
      ]);
      return Object.fromEntries(faulty);
    },
  };
}

function called({ key, path, query, body }: LooseCall): Called {
  const texts = Object.entries(isObject(path) ? path : {}).map(([name, value]) => [
    name,
    String(value),
  ]);
  return {
    key,
    path: Object.fromEntries(texts),
    query: isObject(query) ? query : {},
    body: isObject(body) ? body : {},
  };
}

/** Changes what a handler is asked for. */
export const asked = (
  where: Where,
  change: (call: Called) => Partial<Pick<Called, "path" | "query" | "body">>,
): Fault => handling(where, (call, next) => next({ ...call, ...change(call) }));

/** Several at once; the first one is the outermost. */
export function together(...faults: readonly Fault[]): Fault {
  return faults.reduceRight<Fault>((inner, outer) => {
    const { around: pass } = outer;
    const { around: rest } = inner;
    return {
      around: async (operation, ctx, next) => {
        const go = () => (rest === undefined ? next() : rest(operation, ctx, next));
        await (pass === undefined ? go() : pass(operation, ctx, go));
      },
      handlers: (api, table) => {
        const sound = inner.handlers?.(api, table) ?? table;
        return outer.handlers?.(api, sound) ?? sound;
      },
      outbound: (send) => {
        const sound = inner.outbound?.(send) ?? send;
        return outer.outbound?.(sound) ?? sound;
      },
    };
  }, {});
}
