import type { Recording } from "../check.ts";
import type { Validator } from "../contract/validate.ts";
import type { Exchange, Response } from "../model.ts";

/** What one judge looked at, in one answer. */
export interface Look {
  /** The id of the requirement that was judged. */
  readonly by: string;
  /** The number of the exchange. */
  readonly exchange: number;
  /**
   * Whether this exchange was sent for the requirement, or for those it shares a probe with; else it was one of all
   * that were gone through. Who goes through all answers promises nothing of what was asked.
   */
  readonly chosen: boolean;
  readonly status: boolean;
  /** Lower case. */
  readonly headers: ReadonlySet<string>;
  /** The schemas that its body was held against, by their pointers, and how. */
  readonly schemas: ReadonlyMap<string, "binding" | "whole">;
}

/** Notes what judges look at, while they judge. */
export interface Witness {
  /** The same exchange; what is read of its answer is noted. */
  watch(exchange: Exchange): Exchange;
  /** The same recording for a judge; what it reads there is noted, under the id of its requirement. */
  recordingFor(id: string, recording: Recording): Recording;
  /** Everything noted so far. */
  looks(): readonly Look[];
}

interface Note {
  readonly by: string;
  readonly exchange: number;
  chosen: boolean;
  status: boolean;
  readonly headers: Set<string>;
  readonly schemas: Map<string, "binding" | "whole">;
}

/** A witness of one run. A judge that looks does not see that it is watched. */
export function witness(): Witness {
  const notes = new Map<string, Note>();
  const watched = new WeakMap<Exchange, Exchange>();
  /** Whose body a value is: judges hand it to the validator as they found it. */
  const owners = new WeakMap<object, number>();
  let judging: { readonly by: string; sweeping: boolean } | undefined;

  const noteOf = (exchange: number): Note | undefined => {
    if (judging === undefined) return undefined;
    const key = `${judging.by} ${exchange}`;
    const { by, sweeping } = judging;
    const found = notes.get(key) ?? {
      by,
      exchange,
      chosen: !sweeping,
      status: false,
      headers: new Set(),
      schemas: new Map(),
    };
    notes.set(key, found);
    return found;
  };

  const watchedResponse = (response: Response, exchange: number): Response => {
    if (isJsonContainer(response.json)) owners.set(response.json, exchange);
    const headers = new Proxy(response.headers, {
      get: (target, name) => {
        if (typeof name === "string") noteOf(exchange)?.headers.add(name);
        return Reflect.get(target, name);
      },
    });
    return new Proxy(response, {
      get: (target, name) => {
        if (name === "headers") return headers;
        const note = name === "status" ? noteOf(exchange) : undefined;
        if (note !== undefined) note.status = true;
        return Reflect.get(target, name);
      },
    });
  };

  const watch = (exchange: Exchange): Exchange => {
    const earlier = watched.get(exchange);
    if (earlier !== undefined || exchange.response === undefined) return earlier ?? exchange;
    const response = watchedResponse(exchange.response, exchange.number);
    const found = { ...exchange, response };
    watched.set(exchange, found);
    return found;
  };

  const watching = (validator: Validator): Validator => ({
    problems(pointer, value, scope) {
      const owner = isJsonContainer(value) ? owners.get(value) : undefined;
      const note = owner === undefined ? undefined : noteOf(owner);
      if (note !== undefined && note.schemas.get(pointer) !== "whole")
        note.schemas.set(pointer, scope);
      return validator.problems(pointer, value, scope);
    },
  });

  return {
    watch,
    recordingFor: (by, recording) => {
      const current = { by, sweeping: false };
      judging = current;
      return {
        ...recording,
        validator: watching(recording.validator),
        get exchanges() {
          current.sweeping = true;
          return recording.exchanges;
        },
      };
    },
    looks: () => {
      judging = undefined;
      return [...notes.values()];
    },
  };
}

const isJsonContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null;
