import { exitCodeOf } from "../exit-code.ts";
import { targetReport } from "../report/build.ts";
import { reportSchemaId } from "../report/json.ts";
import type { Report } from "../report/report.ts";
import { runSuite } from "../run.ts";
import type { Suite } from "../suite.ts";
import { virtualClock } from "./clock.ts";
import { readOnce } from "./matter.ts";
import { type NullTarget, start } from "./null-targets.ts";

/** Checks an address that is told all that it may need. */
export async function checkOf(suite: Suite, url: string): Promise<Report> {
  const essential = suite.fixtures
    .filter((fixture) => fixture.essential === true)
    .map(({ name }) => name);
  const run = await runSuite(suite, {
    ...(await readOnce(suite)),
    url,
    keys: new Map([["key", "sk_null_target"]]),
    features: new Set(["all"]),
    fixtures: new Map(essential.map((name) => [name, [`${name}_1`]])),
    timeoutMs: 500,
    clock: virtualClock().suite,
  });
  const setting = { api: suite.api, url, essential: new Set(essential) };
  return {
    $schema: reportSchemaId,
    tool: { name: "concordat", version: "proof" },
    startedAt: new Date(0).toISOString(),
    durationMs: 0,
    seed: 0,
    targets: [targetReport(run, { ...setting, redact: (text) => text })],
  };
}

/** Why a check of a null target does not say what it has to; empty when it does. */
export async function complaintsAbout(
  suite: Suite,
  target: NullTarget,
): Promise<{ readonly report: Report; readonly complaints: readonly string[] }> {
  const { url, close } = await start(target);
  try {
    const report = await checkOf(suite, url);
    const [result] = report.targets;
    if (result === undefined) throw new Error("Nothing was checked");
    const wanted = target.exitCode === 1 ? "nonconformant" : "undetermined";
    const code = exitCodeOf(report, false);
    // A refusal counts only beside its control: who refuses everything keeps no promise by it.
    const kept = result.requirements.filter(
      ({ outcome, id }) => outcome === "passed" && /refuse/.test(id),
    );
    const complaints = [
      ...(result.verdict === wanted ? [] : [`it is ${result.verdict}, and not ${wanted}`]),
      ...(code === target.exitCode ? [] : [`the exit code is ${code}, and not ${target.exitCode}`]),
      ...kept.map(({ id }) => `${id} passes without a control`),
    ];
    return { report, complaints };
  } finally {
    await close();
  }
}
