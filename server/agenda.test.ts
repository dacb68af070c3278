import { expect, test } from "vitest";
import { agenda, type DueWork } from "./agenda.ts";
import { movableClock } from "./clock.ts";

const START = Date.parse("2026-04-02T12:00:00Z");

/** Work at given seconds after the start, which notes when it was done. */
function chores(...seconds: number[]) {
  const clock = movableClock(() => new Date(START));
  const open = seconds.map((second) => START + second * 1000);
  const done: number[] = [];
  const { promise: first, resolve } = Promise.withResolvers<void>();
  const work: DueWork = {
    name: "chores",
    next: async () => (open[0] === undefined ? undefined : new Date(open[0])),
    async run(now) {
      while (open[0] !== undefined && open[0] <= now.getTime()) {
        open.shift();
        done.push((now.getTime() - START) / 1000);
        resolve();
      }
    },
  };
  const lines: string[] = [];
  return { clock, open, done, work, first, lines, log: (line: string) => void lines.push(line) };
}

test("what is due when it is woken is done without moving the clock", async () => {
  const { clock, work, done, first, log } = chores(-5);
  const due = agenda({ clock, works: [work], log });
  due.wake();
  await first;
  await due.close();
  expect(done).toEqual([0]);
});

test("putting the clock forward does each piece in its moment, and nothing that is later", async () => {
  const { clock, work, done, log } = chores(5, 35, 155);
  const due = agenda({ clock, works: [work], log });
  await due.advance(60_000);
  expect(done).toEqual([5, 35]);
  expect(clock.read()).toEqual(new Date(START + 60_000));
  await due.advance(95_000);
  expect(done).toEqual([5, 35, 155]);
  await due.close();
});

test("what the work itself brings about is done on the same way", async () => {
  const { clock, work, open, done, log } = chores(5);
  const again: DueWork = {
    ...work,
    async run(now) {
      await work.run(now);
      if (done.length === 1) open.push(now.getTime() + 30_000);
    },
  };
  const due = agenda({ clock, works: [again], log });
  await due.advance(60_000);
  await due.close();
  expect(done).toEqual([5, 35]);
});

test("work that throws is logged, and does not end the agenda", async () => {
  const { clock, work, done, lines, log } = chores(5);
  let fails = true;
  const moody: DueWork = {
    ...work,
    async run(now) {
      if (fails) throw new Error("not today");
      await work.run(now);
    },
  };
  const due = agenda({ clock, works: [moody], log });
  await due.advance(5_000);
  expect(lines[0]).toMatch(/^due work \(chores\): Error: not today/);
  expect(clock.read()).toEqual(new Date(START + 5_000));
  fails = false;
  await due.advance(1_000);
  await due.close();
  expect(done).toEqual([5]);
});

test("work that throws does not hold up other work", async () => {
  const { clock, work, done, log } = chores(5, 35);
  const broken: DueWork = {
    ...work,
    name: "broken",
    run: () => Promise.reject(new Error("never")),
  };
  const due = agenda({ clock, works: [broken, work], log });
  await due.advance(60_000);
  await due.close();
  expect(done).toEqual([5, 35]);
});

/** Work at the start that goes on until it is released. */
function errand() {
  const { promise: finished, resolve: release } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let left = true;
  const work: DueWork = {
    name: "errand",
    next: async () => (left ? new Date(START) : undefined),
    async run() {
      left = false;
      begin();
    },
    underWay: () => finished,
    close: () => finished,
  };
  return { work, begun, release };
}

test("other work does not wait for what is under way", async () => {
  const { clock, work, first, done, log } = chores(0);
  const long = errand();
  const due = agenda({ clock, works: [long.work, work], log });
  due.wake();
  await long.begun;
  await first;
  expect(done).toEqual([0]);
  long.release();
  await due.close();
});

test("it has caught up, has advanced and is closed once nothing is under way", async () => {
  const { clock, log } = chores();
  const long = errand();
  const due = agenda({ clock, works: [long.work], log });
  const ended: string[] = [];
  const waits = [
    due.caughtUp().then(() => ended.push("caught up")),
    due.advance(1_000).then(() => ended.push("advanced")),
    long.begun.then(() => due.close()).then(() => ended.push("closed")),
  ];
  await long.begun;
  expect(ended).toEqual([]);
  long.release();
  await Promise.all(waits);
  expect(ended.sort()).toEqual(["advanced", "caught up", "closed"]);
});

test("it has caught up, too, while some work fails", async () => {
  const { clock, work, done, log } = chores(0);
  const broken: DueWork = {
    ...work,
    name: "broken",
    run: () => Promise.reject(new Error("never")),
  };
  const due = agenda({ clock, works: [broken, work], log });
  await due.caughtUp();
  await due.close();
  expect(done).toEqual([0]);
});

test("after it is closed nothing more is done", async () => {
  const { clock, work, done, log } = chores(5);
  const due = agenda({ clock, works: [work], log });
  await due.close();
  await due.advance(60_000);
  expect(done).toEqual([]);
});
