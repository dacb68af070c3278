/** Where the server reads the time. Injected, so that a test moves it and never waits. */
export type Clock = () => Date;

/** A moment as both APIs show it: ISO 8601, UTC, whole seconds. */
export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
