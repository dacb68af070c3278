/**
 * `npm run bench:check`: says what a check of both APIs costs in requests and seconds, and writes it into
 * `conformance/BENCH.md`.
 */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { checkTargets } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import { startReference } from "../proof/reference.ts";
import { recordingJudge } from "../replay/judge.ts";
import { itemsOf, type Run, runSuite } from "../run.ts";
import { suites } from "../suites.ts";
import { systemClock } from "../target/wire.ts";

/** What one check of both APIs took. */
interface Cost {
  readonly what: string;
  readonly requests: number;
  readonly seconds: number;
  readonly judged: number;
  /** What is to be kept to, where something is. */
  readonly goal: string;
}

/** Of several runs the median counts: others may be at work on the machine. */
const rounds = 5;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Checks a fresh reference server several times over, as somebody would who knows this much of it. Whoever sleeps does not
 * wait, as in `npm run conformance`.
 */
async function costOf(
  what: string,
  goal: string,
  known: (target: TargetConfig) => TargetConfig,
  only: readonly string[] = [],
): Promise<Cost> {
  const seconds: number[] = [];
  let requests = 0;
  let judged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { targets, clock, close } = await startReference({ log: () => {} });
    const started = performance.now();
    const report = await checkTargets(targets.map(known), { clock, only });
    seconds.push((performance.now() - started) / 1000);
    await close();
    requests = report.targets.reduce((sum, target) => sum + target.requests, 0);
    judged = report.targets.reduce((sum, { counts }) => sum + counts.passed + counts.failed, 0);
  }
  return { what, goal, requests, judged, seconds: median(seconds) };
}

/** The target as it is known to somebody who declares nothing, and gives what a first check needs. */
function coreOnly(target: TargetConfig): TargetConfig {
  const needed = target.suite.fixtures.filter(({ essential }) => essential === true);
  const names = needed.map(({ name }) => name);
  return {
    ...target,
    features: new Set(),
    keys: new Map([...target.keys].filter(([name]) => name === "key")),
    fixtures: new Map([...target.fixtures].filter(([name]) => names.includes(name))),
  };
}

/** The ids of all promises: of everything but a look at what the documentation leaves open. */
async function promises(): Promise<readonly string[]> {
  const items = await Promise.all(suites.map(itemsOf));
  const requirements = items.flat().map(({ requirement }) => requirement);
  return requirements.filter(({ level }) => level !== "observe").map(({ id }) => id);
}

/** How many requirements a second are judged on a recording of each API, once schemas are compiled. */
async function judgementsPerSecond(): Promise<number> {
  const { targets, close } = await startReference({ log: () => {} });
  const recorded: (TargetConfig & Run)[] = [];
  for (const target of targets)
    recorded.push({
      ...target,
      ...(await runSuite(target.suite, { ...target, clock: systemClock })),
    });
  await close();
  const judges = await Promise.all(recorded.map(({ suite }) => recordingJudge(suite)));
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    let judged = 0;
    for (const [index, judge] of judges.entries()) {
      const one = recorded[index];
      if (one !== undefined) judged += (await judge(one)).judged.length;
    }
    // The first round compiles.
    if (round > 0) rates.push(judged / ((performance.now() - started) / 1000));
  }
  return median(rates);
}

function markdown(costs: readonly Cost[], perSecond: number): string {
  const rows = costs.map(
    ({ what, goal, requests, judged, seconds }) =>
      `| ${what} | ${requests} | ${seconds.toFixed(1)} s | ${judged} | ${goal} |`,
  );
  return [
    "# What a check costs",
    "",
    `\`npm run bench:check\` on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.versions.node}, against the reference server in the same process; medians of ${rounds} runs.`,
    "",
    "| check of both APIs | requests | time | promises judged | goal |",
    "|---|---:|---:|---:|---|",
    ...rows,
    "",
    `Judged again from a recording (\`--replay\`): ${Math.round(perSecond / 100) * 100} requirements a second.`,
    "",
  ].join("\n");
}

const goal = "150 requests, 2 s";
const costs = [
  await costOf(
    "core, told contact, channel and chatbot: promises",
    goal,
    coreOnly,
    await promises(),
  ),
  await costOf("the same, and a look at what the documentation leaves open", goal, coreOnly),
  await costOf("core, with all fixtures", "", (target) => ({ ...target, features: new Set() })),
  await costOf("everything", "600 requests", (target) => target),
];
const text = markdown(costs, await judgementsPerSecond());
process.stdout.write(text);
await writeFile(new URL("../BENCH.md", import.meta.url), text);
