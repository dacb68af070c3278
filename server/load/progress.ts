import type { Writable } from "node:stream";

const WIDTH = 30;
/** How often a bar is drawn, in milliseconds. */
const EVERY_MS = 100;
/** How many lines there are where a bar cannot be drawn. */
const LINES = 10;

/** Where progress is shown: a terminal, or something that keeps every line. */
export interface Screen extends Pick<Writable, "write"> {
  readonly isTTY?: boolean;
}

/** Shows how much is done of how much, and how much of it a second: as a bar that moves, or else a line for each tenth. */
export function progressOn(
  screen: Screen,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  const start = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let lines = 0;
  return (done, total) => {
    const seconds = Math.max((now() - start) / 1000, 0.001);
    const words = `${amount(done)} of ${amount(total)}, ${amount(Math.round(done / seconds))}/s`;
    if (screen.isTTY !== true) {
      const reached = Math.floor((done / total) * LINES);
      if (reached === lines) return;
      lines = reached;
      screen.write(`${words}\n`);
      return;
    }
    if (now() - drawn < EVERY_MS && done < total) return;
    drawn = now();
    const full = Math.round((done / total) * WIDTH);
    const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    // Back to the line's beginning, and away with what it said before.
    screen.write(`\r\u001b[K${bar} ${words}${done < total ? "" : "\n"}`);
  };
}

/** 1000000 as 1,000,000. */
export const amount = (number: number) => number.toLocaleString("en-US");
