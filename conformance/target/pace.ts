import type { Clock } from "./wire.ts";

/** How many requests a deployment takes in a time. */
export interface Limit {
  /** Which of them share it: GETs are reads, all others are writes. */
  readonly of: "requests" | "reads" | "writes";
  readonly requests: number;
  readonly seconds: number;
}

/** Keeps requests apart. */
export interface Pacer {
  /**
   * Resolves when a request may be sent.
   * @returns what to call once it was answered
   */
  turn(method: string): Promise<() => void>;
  /** Counts a request that did not wait. */
  count(method: string): void;
  /** After a 429 that nobody provoked: twice as slow from here on, and nothing before the wait is over. */
  slowDown(method: string, waitMs: number): void;
}

/** Where nothing is known of a limit, a first 429 leads to this distance; and no 429 to one that is longer than four seconds. */
const firstDistanceMs = 100;
const longestDistanceMs = 4_000;

/**
 * Spaces requests evenly, each kind by its limit. However long answers take on their way, no window of a limit's
 * length sees more requests arrive than it allows: the one that would be too many leaves a whole window after the
 * answer of the first.
 * @param limits none for no pace, until a 429 asks for one
 */
export function pacerWithin(limits: readonly Limit[], clock: Clock): Pacer {
  return pacerOf(limits.length > 0 ? limits.map((limit) => lane(limit)) : [lane()], clock);
}

/** Spaces requests evenly. @param perSecond requests a second at most; Infinity for no pace */
export function pacerAt(perSecond: number, clock: Clock): Pacer {
  return pacerOf([lane(undefined, 1000 / perSecond)], clock);
}

interface Lane {
  covers(method: string): boolean;
  /** The first moment at which a request may leave. */
  opensAt(): number;
  leaves(time: number): void;
  answered(time: number): void;
  slowDown(until: number): void;
}

function lane(limit?: Limit, distanceMs = 0): Lane {
  const windowMs = (limit?.seconds ?? 0) * 1000;
  const room = limit?.requests ?? Number.POSITIVE_INFINITY;
  // Of the last `room` requests; the oldest first.
  const answers: number[] = [];
  let distance = limit === undefined ? distanceMs : windowMs / room;
  let free = Number.NEGATIVE_INFINITY;
  return {
    covers: (method) =>
      limit === undefined || limit.of === "requests" || (limit.of === "reads") === isRead(method),
    opensAt: () => {
      const [oldest] = answers.length >= room ? answers : [];
      return Math.max(free, oldest === undefined ? free : oldest + windowMs);
    },
    leaves(time) {
      free = time + distance;
    },
    answered(time) {
      answers.push(time);
      if (answers.length > room || limit === undefined) answers.shift();
    },
    slowDown(until) {
      const next = Math.max(distance * 2, firstDistanceMs);
      distance = Math.max(distance, Math.min(next, longestDistanceMs));
      free = Math.max(free, until);
    },
  };
}

const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

function pacerOf(lanes: readonly Lane[], clock: Clock): Pacer {
  const now = (): number => clock.now().getTime();
  const of = (method: string): readonly Lane[] => lanes.filter(({ covers }) => covers(method));
  return {
    async turn(method) {
      const mine = of(method);
      const start = now();
      const time = Math.max(start, ...mine.map((each) => each.opensAt()));
      for (const each of mine) each.leaves(time);
      if (time > start) await clock.sleep(time - start);
      return () => {
        for (const each of mine) each.answered(now());
      };
    },
    count(method) {
      for (const each of of(method)) {
        each.leaves(now());
        each.answered(now());
      }
    },
    slowDown(method, waitMs) {
      for (const each of of(method)) each.slowDown(now() + waitMs);
    },
  };
}
