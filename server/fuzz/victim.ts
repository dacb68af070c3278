/** The server of a fuzz run, in a process of its own: see `fuzz.ts`. */
import type { Limits } from "../limits.ts";
import { startServer } from "../main.ts";

/** What it tells of itself. */
export type Told =
  | { readonly apis: number; readonly control: number }
  | { readonly fault: string }
  | Memory;

export interface Memory {
  /** In bytes, after the garbage was collected. */
  readonly rss: number;
  readonly heap: number;
  /** Whether a request has given every object a member. */
  readonly polluted: boolean;
}

/** So that what is slow by far does not take long. */
const impatient: Partial<Limits> = { headersMs: 2_000, requestMs: 3_000, checkMs: 200 };

const tell = (told: Told) => void process.send?.(told);

const server = await startServer({
  control: 0,
  limits: impatient,
  log: (line, level) => level === "error" && tell({ fault: line }),
});
const portOf = (url = "") => Number(new URL(url).port);

process.on("message", () => {
  globalThis.gc?.();
  const { rss, heapUsed: heap } = process.memoryUsage();
  tell({ rss, heap, polluted: "polluted" in {} });
});
process.on("disconnect", () => void server.close());
tell({ apis: portOf(server.url), control: portOf(server.control?.url) });
