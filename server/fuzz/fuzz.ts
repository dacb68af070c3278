/**
 * `npm run fuzz -- --requests 100000 --seed 1`: sends generated requests, valid, nearly valid and
 * hostile, over all operations of both APIs and of the control plane to a server in another process,
 * and judges each answer by its contract. Prints what was sent and answered, and how much memory the
 * server had; exits 1 when an answer was not right or a fault was logged.
 */
import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { describe, report } from "./report.ts";
import { fuzz } from "./run.ts";
import type { Memory, Told } from "./victim.ts";

const { values } = parseArgs({
  options: { requests: { type: "string" }, seed: { type: "string" } },
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

/** The start is after a tenth: what is compiled and cached at first is there then. */
const moments = [requests / 10, requests / 2, requests];
const start = performance.now();
const result = await fuzz({
  requests,
  seed,
  ports: await ports.promise,
  async afterBatch(done) {
    while (memory.length < moments.length && done >= (moments[memory.length] ?? 0)) await measure();
  },
});
const seconds = (performance.now() - start) / 1000;
const gone = once(victim, "exit");
victim.disconnect();
await gone;

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
const polluted = memory.some((moment) => moment.polluted);
console.log(report(result));
for (const [index, { rss, heap }] of memory.entries()) {
  const moment = ["start", "middle", "end"][index];
  console.log(`${moment?.padEnd(8)} RSS ${mebibytes(rss)} MiB, heap ${mebibytes(heap)} MiB`);
}
for (const violation of result.violations.slice(0, 20)) console.log(`\n${describe(violation)}`);
for (const fault of faults.slice(0, 20)) console.log(`\nlogged: ${fault}`);
console.log(
  `\n${requests} requests in ${seconds.toFixed(0)} s (${(requests / seconds).toFixed(0)}/s), seed ${seed}: ` +
    `${result.violations.length} violations, ${faults.length} faults logged` +
    (polluted ? ", and every object has got a member" : ""),
);
if (result.violations.length > 0 || faults.length > 0 || polluted) process.exitCode = 1;
