/**
 * `npm run fuzz -- --requests 100000 --seed 1`: sends generated requests, valid, nearly valid and
 * hostile, over all operations of both APIs and of the control plane to a server in another process,
 * and judges each answer by its contract. Prints what was sent and answered, and how much memory the
 * server had, and with `--write` puts that into `server/BENCH.md`; exits 1 when an answer was not right, a
 * fault was logged, or the heap has grown.
 */
import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { type Part, table } from "../bench/part.ts";
import { writeReport } from "../bench/report.ts";
import { progressOn } from "../load/progress.ts";
import { describe, report } from "./report.ts";
import { fuzz } from "./run.ts";
import type { Memory, Told } from "./victim.ts";

const { values } = parseArgs({
  options: {
    requests: { type: "string" },
    seed: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const requests = Number(values.requests ?? 100_000);
const seed = Number(values.seed ?? randomInt(2 ** 31 - 1_000_000));

const victim = fork(new URL("victim.ts", import.meta.url), { execArgv: ["--expose-gc"] });
const faults: string[] = [];
const memory: Memory[] = [];
const ports = Promise.withResolvers<{ apis: number; control: number }>();
let measured = (): void => undefined;
victim.on("message", (told: Told) => {
  if ("fault" in told) faults.push(told.fault);
  else if ("apis" in told) ports.resolve(told);
  else {
    memory.push(told);
    measured();
  }
});
victim.on("exit", (code) => {
  if (!victim.connected && code === 0) return;
  console.error(`The server has ended by itself, with ${code}; the seed is ${seed}.`);
  process.exit(1);
});

async function measure(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  measured = resolve;
  victim.send("measure");
  await promise;
}

/** A heap that holds more than this many times what it held at the start has a leak. */
const MOST_GROWTH = 1.25;

/** The start is after a tenth: what is compiled and cached at first is there then. */
const moments = [requests / 10, requests / 2, requests];
const progress = progressOn(process.stderr);
const start = performance.now();
const result = await fuzz({
  requests,
  seed,
  ports: await ports.promise,
  async afterBatch(done) {
    progress(done, requests);
    while (memory.length < moments.length && done >= (moments[memory.length] ?? 0)) await measure();
  },
});
const seconds = (performance.now() - start) / 1000;
const gone = once(victim, "exit");
victim.disconnect();
await gone;

const polluted = memory.some((moment) => moment.polluted);
const grown = growth(memory);
const part = partOf();
console.log(report(result));
console.log(table(part));
for (const violation of result.violations.slice(0, 20)) console.log(`\n${describe(violation)}`);
for (const fault of faults.slice(0, 20)) console.log(`\nlogged: ${fault}`);
console.log(
  `\n${requests} requests in ${seconds.toFixed(0)} s (${(requests / seconds).toFixed(0)}/s), seed ${seed}: ` +
    `${result.violations.length} violations, ${faults.length} faults logged` +
    (polluted ? ", and every object has got a member" : "") +
    (grown > MOST_GROWTH ? `; the heap has grown ${grown.toFixed(2)} times` : ""),
);
if (values.write) await writeReport("npm run fuzz -- --write", part);
const wrong = result.violations.length > 0 || faults.length > 0 || polluted || grown > MOST_GROWTH;
if (wrong) process.exitCode = 1;

/** How many times as much the heap holds at the end as after a tenth; 1 where that was not looked at. */
function growth([first, , last]: readonly Memory[]): number {
  return first === undefined || last === undefined ? 1 : last.heap / first.heap;
}

function partOf(): Part {
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const moments = ["a tenth", "a half", "all"];
  return {
    title: "Bad input",
    about: `${requests.toLocaleString("en-US")} generated requests, valid, nearly valid and hostile, over all operations of both APIs and of the control plane, each
answer judged by the contract: ${result.violations.length} violations, ${faults.length} faults logged, no crash, in ${seconds.toFixed(0)} s (seed ${seed}). The server's memory,
after a garbage collection:`,
    columns: ["after", "resident", "heap"],
    rows: memory.map(({ rss, heap }, place) => [
      moments[place] ?? "",
      mebibytes(rss),
      mebibytes(heap),
    ]),
  };
}
