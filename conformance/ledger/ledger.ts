import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import type { Leftover } from "../leftovers.ts";
import type { Call, Exchange } from "../model.ts";
import { UsageError } from "../usage.ts";

/** What a run tells of its writes, as they happen. */
export interface LedgerEntries {
  /** A request is about to leave, which may make something. */
  sends(api: string, number: number, call: Call, method: string): void;
  answered(api: string, exchange: Exchange): void;
  /** All that is open now on a target. */
  open(api: string, leftovers: readonly Leftover[]): void;
}

/** A file that says what a run has made on its targets, so that it can be put to rest when the run no longer can. */
export interface Ledger extends LedgerEntries {
  readonly path: string;
  /** Removes the file, unless something is open that could be put to rest. @returns what that is */
  end(): readonly Leftover[];
}

/** The first line of a ledger. */
export interface LedgerHead {
  /** The format. */
  readonly ledger: 1;
  /** The run's mark, which is in the names of what it makes. */
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly targets: readonly { readonly api: string; readonly url: string }[];
}

/** Any other line: one thing that happened on one target. */
export type LedgerLine = { readonly api: string } & (
  | { readonly sends: number; readonly request: string }
  | { readonly answered: number }
  | { readonly made: string; readonly rest?: Call }
  | { readonly rested: string }
);

/**
 * Starts a ledger: JSON lines, each on disk before the run goes on. No key stands in it.
 * @throws UsageError when the file cannot be written
 */
export function createLedger(path: string, head: Omit<LedgerHead, "ledger">): Ledger {
  try {
    writeFileSync(path, `${JSON.stringify({ ledger: 1, ...head })}\n`, { flag: "wx" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `What the run makes cannot be written down in ${path}: ${why}. Run where files can be written, give --report FOLDER, or --read-only.`,
    );
  }
  const known = new Map<string, Map<string, Leftover>>();
  const write = (line: LedgerLine): void => appendFileSync(path, `${JSON.stringify(line)}\n`);
  return {
    path,
    sends(api, number, { purpose }, method) {
      if (method !== "GET") write({ api, sends: number, request: `${method} (${purpose})` });
    },
    answered(api, { number, request }) {
      if (request.method !== "GET") write({ api, answered: number });
    },
    open(api, leftovers) {
      const before = known.get(api) ?? new Map<string, Leftover>();
      const now = new Map(leftovers.map((each) => [each.what, each]));
      for (const { what, rest } of now.values())
        if (!before.has(what)) write({ api, made: what, ...(rest && { rest }) });
      for (const what of before.keys()) if (!now.has(what)) write({ api, rested: what });
      known.set(api, now);
    },
    end() {
      const open = [...known.values()]
        .flatMap((each) => [...each.values()])
        .filter(({ rest }) => rest !== undefined);
      if (open.length === 0) rmSync(path, { force: true });
      return open;
    },
  };
}

/** Adds to a ledger that something is at rest. */
export const noteRested = (path: string, api: string, what: string): void =>
  appendFileSync(path, `${JSON.stringify({ api, rested: what } satisfies LedgerLine)}\n`);
