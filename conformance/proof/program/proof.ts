import { parseArgs } from "node:util";
import { equivalents } from "../equivalents.ts";
import { objections } from "./findings.ts";
import { matrixOf, readMatrix, saveMatrix } from "./kill-matrix.ts";
import { performAll } from "./pool.ts";
import { nameOf, type Part, type Result } from "./task.ts";
import { allTasks } from "./tasks.ts";

/**
 * Proves the suite: every mutant is noticed, no null target is conformant, no legal variant raises an alarm, every
 * requirement notices something. Exits 1 when one of these is not so, or when the kill matrix says otherwise.
 *
 *     npm run proof [-- --write] [--seed N]
 */
const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, seed: { type: "string", default: "0" } },
});
const seed = Number(values.seed);
const started = performance.now();
const tasks = await allTasks(seed);
const results = await performAll(tasks, progress(tasks.length));
const fresh = matrixOf(results.flatMap(({ fates }) => fates));
if (values.write) await saveMatrix(fresh);
const found = await objections(results, { fresh, kept: await readMatrix() });
const seconds = Math.round((performance.now() - started) / 1000);

for (const objection of found) console.log(`✗ ${objection}`);
console.log(summary(results));
console.log(
  found.length === 0
    ? `proven in ${seconds} s, seed ${seed}`
    : `${found.length} objections in ${seconds} s, seed ${seed}`,
);
process.exitCode = found.length === 0 ? 0 : 1;

/** Where the proof is: always on a terminal, and elsewhere at every tenth of the way. */
function progress(total: number): (done: number, result: Result) => void {
  const tenth = Math.ceil(total / 10);
  return (done, { task }) => {
    const line = `${done} of ${total}: ${nameOf(task)}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done < total ? line : ""}`);
    else if (done % tenth === 0) process.stderr.write(`${line}\n`);
  };
}

function summary(all: readonly Result[]): string {
  const of = (part: Part) => all.filter(({ task }) => task.part === part);
  const derived = of("derived mutants").flatMap(({ fates }) => fates);
  const count = (name: string) => derived.filter(([, fate]) => fate.name === name).length;
  const hand = of("mutant");
  const killed = hand.filter(({ complaints }) => complaints.length === 0).length;
  const explained = equivalents.flatMap(({ mutants }) => mutants).length;
  return [
    `mutants by hand       ${hand.length}: ${killed} killed`,
    `mutants derived       ${derived.length - count("idle")}: ${count("killed")} killed, ${count("undetermined")} undetermined, ${count("survived")} survived (${explained} equivalents listed)`,
    `  of them over HTTP   ${of("sample over HTTP").length}`,
    `null targets          ${of("null target").length}`,
    `legal variants        ${of("legal variant").length}, and ${of("combination").length} combinations of them`,
  ].join("\n");
}
