import type { MovableClock } from "./clock.ts";
import type { Log } from "./log/log.ts";

/** Work that a moment brings about: a snooze that ends, a delivery to try again. */
export interface DueWork {
  /** Names it in the log. */
  readonly name: string;
  /** The earliest moment at which there is something to do; undefined while there is nothing. */
  next(): Promise<Date | undefined>;
  /**
   * Does what is due at `now`, so that `next` is later than that afterwards. All other work waits
   * for it: what takes long, such as the answer of another machine, it begins and leaves under way.
   */
  run(now: Date): Promise<void>;
  /** Resolves when what `run` has left under way is done. Whatever that brings about wakes the agenda. */
  underWay?(): Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  close?(): Promise<void>;
}

/** Does due work in its time. */
export interface Agenda {
  /** Says that there may be something new to do. Returns at once; the work is done in its time. */
  wake(): void;
  /**
   * Puts the clock forward, and does on the way what falls due, each in its moment: a delivery that
   * is tried at 5 s and again at 35 s is tried twice in a minute. Resolves when it is done.
   */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when nothing that is due now is left undone, or under way. What fails is not waited for. */
  caughtUp(): Promise<void>;
  /** Waits for the work under way, and does no more. */
  close(): Promise<void>;
}

export interface AgendaOptions {
  readonly clock: MovableClock;
  readonly works: readonly DueWork[];
  readonly log: Log;
  /** Look at least this often, for work that other processes leave. Default: only when woken. */
  readonly pollMs?: number;
}

/** setTimeout takes no more; whoever waits longer looks again in between. */
const LONGEST_MS = 2 ** 31 - 1;
/** Before what has failed is tried again. */
const AFTER_FAILURE_MS = 5_000;

export function agenda({ clock, works, log, pollMs = LONGEST_MS }: AgendaOptions): Agenda {
  let timer: NodeJS.Timeout | undefined;
  let woken: NodeJS.Immediate | undefined;
  let closed = false;
  /** One look at a time; who asks meanwhile is looked after next. */
  let busy: Promise<void> = Promise.resolve();
  /** Work that has failed just now: the rest goes on without it. */
  const resting = new Set<DueWork>();

  function queue(work: () => Promise<void>): Promise<void> {
    busy = busy.then(work);
    return busy;
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    if (closed) return;
    const wait = Math.min(Math.max(milliseconds, 0), pollMs, LONGEST_MS);
    timer = setTimeout(() => void queue(look), wait);
    // Waiting for due work keeps no process alive.
    timer.unref();
  }

  async function look(): Promise<void> {
    const next = await catchUp();
    if (!closed) lookIn(next - clock.read().getTime());
  }

  /** Undefined when it fails: that is logged, and the work rests. */
  async function attempt<Result>(
    work: DueWork,
    step: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await step();
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log(`due work (${work.name}): ${reason}`, "error");
      resting.add(work);
      const rested = () => {
        resting.delete(work);
        if (!closed) void queue(look);
      };
      setTimeout(rested, AFTER_FAILURE_MS).unref();
      return undefined;
    }
  }

  async function momentOf(work: DueWork): Promise<number> {
    const idle = closed || resting.has(work);
    const next = idle ? undefined : await attempt(work, () => work.next());
    return next?.getTime() ?? Number.POSITIVE_INFINITY;
  }

  async function earliest(): Promise<number> {
    return Math.min(...(await Promise.all(works.map(momentOf))));
  }

  /** Runs what is due, and what becomes due by that, until nothing is; gives when the next thing will be. */
  async function catchUp(): Promise<number> {
    while (!closed) {
      const now = clock.read();
      const moments = await Promise.all(works.map(momentOf));
      const due = works.filter(
        (_, place) => (moments[place] ?? Number.POSITIVE_INFINITY) <= now.getTime(),
      );
      if (due.length === 0) return Math.min(...moments);
      for (const work of due) await attempt(work, () => work.run(now));
    }
    return Number.POSITIVE_INFINITY;
  }

  async function allDone(): Promise<void> {
    await Promise.all(works.map((work) => attempt(work, async () => work.underWay?.())));
  }

  /** Catches up, and waits for what is under way and for what that brings about. */
  async function settle(): Promise<void> {
    do {
      await catchUp();
      await allDone();
    } while (!closed && (await earliest()) <= clock.read().getTime());
  }

  return {
    wake() {
      // Whoever else wakes it before it looks is seen by the same look.
      woken ??= setImmediate(() => {
        woken = undefined;
        void queue(look);
      });
    },
    async advance(milliseconds) {
      const end = clock.read().getTime() + milliseconds;
      await queue(async () => {
        // Time passes, so what has failed is tried again.
        resting.clear();
        await settle();
        for (let next = await earliest(); next <= end && !closed; next = await earliest()) {
          clock.advance(Math.max(0, next - clock.read().getTime()));
          await settle();
        }
      });
      // Whether or not the work succeeded, the time has passed.
      clock.advance(Math.max(0, end - clock.read().getTime()));
      await queue(look);
    },
    async caughtUp() {
      // What is under way is waited for outside the queue: meanwhile other work goes on.
      do {
        await queue(look);
        await allDone();
      } while (!closed && (await earliest()) <= clock.read().getTime());
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearImmediate(woken);
      await Promise.all(works.map((work) => attempt(work, async () => work.close?.())));
      await busy;
      // What the last look has begun meanwhile.
      await allDone();
    },
  };
}
