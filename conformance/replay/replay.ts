import { type CheckOptions, checkTargets } from "../check-targets.ts";
import type { Report } from "../report/report.ts";
import type { Suite } from "../suite.ts";
import type { RecordedCheck } from "./har.ts";
import { targetOf } from "./recorded-check.ts";

/**
 * Judges a recorded check again, with the requirements of today: nothing is sent, nobody waits, and the report has the
 * times of the recording.
 * @throws UsageError when no suite judges an API of the recording
 */
export async function replay(
  suites: readonly Suite[],
  check: RecordedCheck,
  options: Pick<CheckOptions, "version" | "onProgress" | "only"> = {},
): Promise<Report> {
  const { targets, startedAt, durationMs, seed, only, readOnly, confirm, maxRequests } = check;
  const started = new Date(startedAt);
  const report = await checkTargets(
    targets.map((target) => targetOf(suites, target)),
    {
      ...options,
      // What the check was narrowed to was all that it sent.
      only: options.only !== undefined && options.only.length > 0 ? options.only : only,
      readOnly,
      confirm,
      ...(maxRequests !== undefined && { maxRequests }),
      recordings: new Map(targets.map((target) => [target.api, target])),
      clock: { now: () => started, sleep: async () => {} },
    },
  );
  return { ...report, durationMs, seed };
}
