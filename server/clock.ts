/** Where the server reads the time. Injected, so that a test moves it and never waits. */
export type Clock = () => Date;

/** A moment as both APIs show it: ISO 8601, UTC, whole seconds. */
export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** A clock that a test bench can put forward. */
export interface MovableClock {
  readonly read: Clock;
  /** How far it is ahead of the clock that it is made of, in milliseconds. */
  ahead(): number;
  advance(milliseconds: number): void;
  /** Back to the clock that it is made of. */
  reset(): void;
}

export function movableClock(base: Clock): MovableClock {
  let ahead = 0;
  return {
    read: () => new Date(base().getTime() + ahead),
    ahead: () => ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    reset() {
      ahead = 0;
    },
  };
}
