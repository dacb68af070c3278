import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { install } from "./install.ts";
import type { Peer } from "./peer.ts";
import { perform } from "./perform.ts";
import { peersFolder } from "./place.ts";
import type { Result } from "./result.ts";
import { peers } from "./tools/all.ts";
import { cleanSubjects, type Subject, subjects } from "./work.ts";
import { writePages } from "./write.ts";

/**
 * `npm run bench:peers`: tries ours and its peers on the same servers, and writes `conformance/PEERS.md`. Development only,
 * never in CI: it installs what it compares, and takes hours on two cores.
 *
 *     npm run bench:peers -- install    installs the tools, under .peers/
 *     npm run bench:peers               goes on where it stopped, and writes the tables
 *     npm run bench:peers -- --mutants 12 --only dredd --fresh
 *     npm run bench:peers -- tables     only writes the tables anew
 *
 * Ctrl-C lets what is under way come to its end, and writes the tables. Each result is a line in `.peers/results.jsonl`, written when it is there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many mutants and legal variants at most. */
    mutants: { type: "string", default: "1000" },
    /** Only tools whose name has this in it. */
    only: { type: "string", default: "" },
    /** But not those with this in it. */
    without: { type: "string", default: "none" },
    /** Forget what was measured. */
    fresh: { type: "boolean", default: false },
    /** Runs side by side. */
    beside: { type: "string", default: "2" },
    /** Draws other mutants and variants. */
    seed: { type: "string", default: "1" },
  },
});
const file = join(peersFolder, "results.jsonl");
/** Runs on the clean server: three, and ten where a tool draws by lot. */
const cleanRuns = ({ random }: Peer): number => (random ? 10 : 3);
const shares = { all: 1, tenth: 0.1 };

if (positionals[0] === "install") await install();
else if (positionals[0] === "tables")
  await writePages(await kept(), await subjects(Number(values.seed)));
else await bench();

interface Task {
  readonly peer: Peer;
  readonly subject: Subject;
  readonly seed: number;
}

async function bench(): Promise<void> {
  await mkdir(peersFolder, { recursive: true });
  if (values.fresh) await rm(file, { force: true });
  const all = await subjects(Number(values.seed));
  const done = new Set((await kept()).map(nameOf));
  const tasks = tasksOn(all.slice(0, Number(values.mutants))).filter(
    ({ peer, subject, seed }) => !done.has(nameOf({ peer: peer.name, subject: subject.id, seed })),
  );
  const waiting = [...tasks];
  const stop = () => void waiting.splice(0);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const started = performance.now();
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const { peer, subject, seed } = task;
      const result = await perform(peer, subject, seed);
      await appendFile(file, `${JSON.stringify(result)}\n`);
      const over = tasks.length - waiting.length;
      const left = ((performance.now() - started) / over / 60_000) * waiting.length;
      const what = `${peer.name} on ${subject.id}: ${result.seconds} s, ${result.requests} requests`;
      process.stderr.write(
        `${over} of ${tasks.length}, ${left.toFixed(0)} min left: ${what}${result.error ? `, no report: ${result.error.slice(0, 200)}` : ""}\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(values.beside) }, work));
  await writePages(await kept(), all);
}

/**
 * Quick tools first, on all; then those that take longer. Within these, the clean servers first, and then server by server,
 * so that a bench that is broken off has tried them all on the same ones.
 */
function tasksOn(all: readonly Subject[]): readonly Task[] {
  const chosen = peers.filter(
    ({ name, version }) =>
      name.includes(values.only) && !name.includes(values.without) && version !== "not installed",
  );
  return Object.entries(shares).flatMap(([name, share]) => {
    const alike = chosen.filter((peer) => peer.share === name);
    const clean = alike.flatMap((peer) =>
      cleanSubjects.flatMap((subject) =>
        Array.from({ length: cleanRuns(peer) }, (_, seed) => ({ peer, subject, seed: seed + 1 })),
      ),
    );
    const others = all
      .filter((_, place) => isIn(place, share))
      .flatMap((subject) => alike.map((peer) => ({ peer, subject, seed: 1 })));
    return [...clean, ...others];
  });
}

/** One place in so many, evenly: those of a smaller share are among those of a larger one. */
function isIn(place: number, share: number): boolean {
  return place % 10 < share * 10;
}

function nameOf({ peer, subject, seed }: Pick<Result, "peer" | "subject" | "seed">): string {
  return JSON.stringify([peer, subject, seed]);
}

async function kept(): Promise<readonly Result[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  // as: `bench` has written it.
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Result);
}
