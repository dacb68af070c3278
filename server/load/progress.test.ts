import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

/** What is shown on a screen, by a clock that goes on by as many milliseconds as there is done. */
function shown(isTTY: boolean, steps: readonly number[], total: number): string[] {
  const written: string[] = [];
  let now = 0;
  const screen = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = progressOn(screen, () => now);
  for (const done of steps) {
    now = done;
    progress(done, total);
  }
  return written;
}

test("a terminal gets a bar that moves, and a new line at its end", () => {
  expect(shown(true, [500, 1000, 2000], 2000)).toEqual([
    "\r\u001b[K████████░░░░░░░░░░░░░░░░░░░░░░ 500 of 2,000, 1,000/s",
    "\r\u001b[K███████████████░░░░░░░░░░░░░░░ 1,000 of 2,000, 1,000/s",
    "\r\u001b[K██████████████████████████████ 2,000 of 2,000, 1,000/s\n",
  ]);
});

test("a bar is not drawn more often than eyes can follow, but for its end", () => {
  expect(shown(true, [500, 510, 520], 520)).toHaveLength(2);
});

test("what is no terminal gets a line for each tenth", () => {
  expect(shown(false, [50, 100, 150, 200, 1000], 1000)).toEqual([
    "100 of 1,000, 1,000/s\n",
    "200 of 1,000, 1,000/s\n",
    "1,000 of 1,000, 1,000/s\n",
  ]);
});
