import type { TargetConfig } from "../../config.ts";
import type { Exchange } from "../../model.ts";
import { unheard } from "../../receiver/unheard.ts";
import { runSuite } from "../../run.ts";
import type { Suite } from "../../suite.ts";
import type { Judged } from "../../verdict.ts";
import { virtualClock } from "../clock.ts";
import { type Matter, readOnce } from "../matter.ts";
import { startReference } from "../reference.ts";

/** All that the reference server was asked in one whole run, and what it answered. */
export interface Recorded extends Matter {
  /** What the suite was told of the server. */
  readonly target: TargetConfig;
  readonly exchanges: readonly Exchange[];
  /** What became of each requirement: that it was kept. */
  readonly judged: readonly Judged[];
  /** When the run began, by its clock. */
  readonly startedAt: Date;
}

/** Checks the reference server over HTTP for one API, with everything declared and configured, and keeps it all. */
export async function record(suite: Suite): Promise<Recorded> {
  const clock = virtualClock();
  const startedAt = clock.suite.now();
  const reference = await startReference({ clock: clock.server, log: () => {} });
  try {
    const target = reference.targets.find((one) => one.suite === suite);
    if (target === undefined) throw new Error(`The reference server has no API ${suite.api}`);
    const matter = await readOnce(suite);
    const { exchanges, judged } = await runSuite(suite, {
      ...target,
      ...matter,
      clock: clock.suite,
      listen: unheard,
    });
    return { ...matter, target, exchanges, judged, startedAt };
  } finally {
    await reference.close();
  }
}
