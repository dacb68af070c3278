import { versionOnDemand } from "../../../on-demand.ts";
import { type Contestant, startAll } from "../contestants.ts";
import { load, type Measured } from "../load.ts";
import { type Measure, median } from "../part.ts";
import type { Running } from "../program.ts";
import { benchData } from "../seed.ts";
import { versionsOf } from "../versions.ts";
import { at, type Workload, workloads } from "../workloads.ts";

const ROUNDS = 5;
const SECONDS = 1.5;
const WARM_UP_SECONDS = 2;

const about = `One process serves, one loads it with 10 connections (${versionsOf("autocannon")}); medians of ${ROUNDS} rounds of
${SECONDS} s each, after ${WARM_UP_SECONDS} s of warming up. Ours is \`concordat serve\` in memory, with key check, rate limiter, validation
and store on; the load uses so many keys that the limiter refuses none. Bare Koa (${versionsOf("koa")}) answers the same bytes
and headers, and looks at nothing. The mocks (${versionsOf("@stoplight/prism-cli")}, ${versionOnDemand("@scalar/mock-server")})
answer with the examples of the same contract. The mixed load is nine lists and one send in turn. CPU/request is what the
server's process has computed for each answer: it changes least when the machine is busy.

The goals: of bare Koa, 0.7 for the list and 0.5 for each of the two writes; six times Prism.`;

const notes = `The list has been measured at 0.57, 0.59 and 0.77 of bare Koa before plain paths were found without matching, and at 0.72 and 0.65
since: the machine's noise is as large as what is left to gain. **Where its time goes**, by leaving things out of it, while other
work was under way: 115 µs in all, beside 78 of bare Koa, which is also what a list costs that is answered from a map as soon as it
arrives. Finding the key by its hash is about 14, the rate limiter 8, giving a remembered page 4. Called again and again inside one
process, all of it takes 5 µs more than bare Koa, and some 20 where memory is swept between the calls: most of it is what is no
longer at hand when the next request comes.

**Where a send's time goes**, by leaving things out of it, in computing for each request while other work was under way: 275 µs in all,
beside 82 of bare Koa and 106 of a conversation that is read. Without its two statements that write, 174: the body is read and
validated, a transaction begun, the conversation and its channel looked at; the profile of that is flat, with 11 % for the garbage
and no function above 6 %. Counting the message in its conversation, and reading again what that changes, is 30; moving the
conversation to the top of eight indexes 45; the message itself 26. So a send that wrote nothing at all would be just below half of
bare Koa.

Tried, and not kept. By themselves, outside the server: messages in a table without row ids and pages of 8 KiB make no difference that
can be told from noise, pages of 1 KiB are slower. In the server: no waking of due work makes none either; a larger young generation of
the heap is 7 %; a conversation that stays where it is when it has moved in the same second is 8 % in one comparison and nothing in
another; a chat that keeps the place of its latest message beside it, and need not look it up, is 4 % in one
comparison. For the list: comparing
hashes without a buffer for each, and remembered pages by workspace first, make no difference that can be told from noise.`;

interface Sample extends Measured {
  /** What the server's process has computed for each answer, in microseconds. */
  readonly computed: number;
}

export const measure: Measure = async (log) => {
  const data = await benchData();
  const started: Running[] = [];
  try {
    const loads = workloads(data);
    const contestants = await startAll(data.file, loads, started);
    const columns = [
      "load",
      "server",
      "requests/s",
      "of Koa",
      "of Prism",
      "p50",
      "p99",
      "CPU/request",
    ];
    const results = await takeTurns(contestants, loads, log);
    const rows = loads.flatMap((workload, place) => rowsOf(workload, results[place] ?? new Map()));
    return { title: "Throughput", about, columns, rows, notes };
  } finally {
    await Promise.all(started.map((running) => running.stop()));
    await data.remove();
  }
};

type Samples = Map<string, Sample[]>;

/** For each load, what each contestant did in each round. */
async function takeTurns(
  contestants: readonly Contestant[],
  loads: readonly Workload[],
  log: (line: string) => void,
): Promise<Samples[]> {
  const results = loads.map((): Samples => new Map(contestants.map(({ name }) => [name, []])));
  for (let round = 0; round <= ROUNDS; round += 1) {
    log(round === 0 ? "throughput: warming up" : `throughput: round ${round} of ${ROUNDS}`);
    for (const [place, workload] of loads.entries()) {
      for (const contestant of contestants) {
        const sample = await take(contestant, workload, round === 0 ? WARM_UP_SECONDS : SECONDS);
        if (round > 0) results[place]?.get(contestant.name)?.push(sample);
      }
    }
  }
  return results;
}

async function take(
  { servers, bases }: Contestant,
  { api, requests }: Workload,
  seconds: number,
): Promise<Sample> {
  const server = servers[api];
  const placed = requests.map((request) => at(bases[api], request));
  const before = await server.computed();
  const measured = await load(server.url, placed, seconds);
  const computed = ((await server.computed()) - before) * 1000;
  return { ...measured, computed: computed / measured.answers };
}

function rowsOf(workload: Workload, samples: Samples): string[][] {
  const middle = (name: string, figure: keyof Sample) =>
    median((samples.get(name) ?? []).map((sample) => sample[figure]));
  return [...samples.keys()].map((name) => {
    const perSecond = middle(name, "perSecond");
    return [
      workload.name,
      name,
      Math.round(perSecond).toLocaleString("en"),
      (perSecond / middle("bare Koa", "perSecond")).toFixed(2),
      (perSecond / middle("Prism", "perSecond")).toFixed(1),
      `${middle(name, "p50")} ms`,
      `${middle(name, "p99")} ms`,
      `${Math.round(middle(name, "computed"))} µs`,
    ];
  });
}
