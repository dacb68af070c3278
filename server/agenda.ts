import type { MovableClock } from "./clock.ts";

/** Work that a moment brings about: a snooze that ends, a delivery to try again. */
export interface DueWork {
  /** Names it in the log. */
  readonly name: string;
  /** The earliest moment at which there is something to do; undefined while there is nothing. */
  next(): Promise<Date | undefined>;
  /** Does what is due at `now`, so that `next` is later than that afterwards. */
  run(now: Date): Promise<void>;
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
  /** Waits for the work under way, and does no more. */
  close(): Promise<void>;
}

export interface AgendaOptions {
  readonly clock: MovableClock;
  readonly works: readonly DueWork[];
  readonly log: (line: string) => void;
  /** Look at least this often, for work that other processes leave. Default: only when woken. */
  readonly pollMs?: number;
}

/** setTimeout takes no more; whoever waits longer looks again in between. */
const LONGEST_MS = 2 ** 31 - 1;
/** Before what has failed is tried again. */
const AFTER_FAILURE_MS = 5_000;

export function agenda({ clock, works, log, pollMs = LONGEST_MS }: AgendaOptions): Agenda {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  /** One look at a time; who asks meanwhile is looked after next. */
  let busy: Promise<void> = Promise.resolve();

  function queue(work: () => Promise<void>): Promise<void> {
    busy = busy.then(work).catch((error: unknown) => {
      log(`due work: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      lookIn(AFTER_FAILURE_MS);
    });
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
    await catchUp();
    if (!closed) lookIn((await earliest()) - clock.read().getTime());
  }

  async function earliest(): Promise<number> {
    const moments = await Promise.all(works.map((work) => work.next()));
    return Math.min(...moments.map((moment) => moment?.getTime() ?? Number.POSITIVE_INFINITY));
  }

  /** Runs what is due, and what becomes due by that, until nothing is. */
  async function catchUp(): Promise<void> {
    while (!closed) {
      const now = clock.read();
      if ((await earliest()) > now.getTime()) return;
      for (const work of works) await work.run(now);
    }
  }

  return {
    wake: () => void queue(look),
    async advance(milliseconds) {
      const end = clock.read().getTime() + milliseconds;
      await queue(async () => {
        await catchUp();
        for (let next = await earliest(); next <= end && !closed; next = await earliest()) {
          clock.advance(Math.max(0, next - clock.read().getTime()));
          await catchUp();
        }
      });
      // Whether or not the work succeeded, the time has passed.
      clock.advance(Math.max(0, end - clock.read().getTime()));
      await queue(look);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await busy;
    },
  };
}
