import type { Exploration } from "../explore/explore.ts";
import { itemsOf, runSuite } from "../run.ts";
import { virtualClock } from "./clock.ts";
import { type Oracles, startReference } from "./reference.ts";
import { type Trial, withoutFixtures } from "./trial.ts";

/** How a reference server that was tampered with is explored. */
export interface Expedition extends Pick<Oracles, "oracles"> {
  readonly journeys: number;
  readonly seed: number;
}

const rateLimit = ["limited_key", "limited_key.requests_per_minute"];

/** Starts the reference server with a fault, and makes random journeys on one of its APIs, all features declared. */
export async function explored(
  { api, fault, configure = (target) => target }: Pick<Trial, "api" | "fault" | "configure">,
  { journeys, seed, oracles }: Expedition,
): Promise<Exploration> {
  const clock = virtualClock();
  const reference = await startReference({
    clock: clock.server,
    faults: fault,
    selfCheck: false,
    log: () => {},
  });
  try {
    const own = reference.targets.find(({ suite }) => suite.api === api);
    const oracle = oracles.get(api);
    if (own === undefined || oracle === undefined)
      throw new Error(`The reference server has no API ${api}`);
    const { suite, ...target } = configure(withoutFixtures(own, rateLimit));
    const { exploration } = await runSuite(suite, {
      ...target,
      items: await itemsOf(suite),
      selects: () => false,
      explore: { journeys, seed, oracle },
      timeoutMs: 2_000,
      clock: clock.suite,
    });
    if (exploration === undefined) throw new Error(`${api} was not explored`);
    return exploration;
  } finally {
    await reference.close();
  }
}
