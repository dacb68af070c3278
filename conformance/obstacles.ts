import type { Obstacle } from "./model.ts";

/** Thrown by probes and judges when something that they need cannot be had; becomes the outcome `untestable`. */
export class Untestable extends Error {
  override readonly name = "Untestable";
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle.reason);
    this.obstacle = obstacle;
  }
}

/** Thrown when no answer came back: the network's fault or the target's silence; becomes the outcome `error`. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/**
 * Ends the present probe or judge: the fixture is neither configured nor discovered.
 * @param fixture its name in the configuration
 * @param detail what else was tried
 */
export function missingFixture(fixture: string, detail = "it is not configured"): never {
  throw new Untestable({
    kind: "fixture",
    fixture,
    reason: `needs the fixture \`${fixture}\`: ${detail}`,
  });
}

/** Ends the present judge: what it would judge was not reached, for the reason given. */
export function untestable(reason: string): never {
  throw new Untestable({ kind: "control", reason });
}
