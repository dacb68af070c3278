import { readFile } from "node:fs/promises";
import { isObject, type JsonObject } from "../contract/json.ts";
import type { Leftover } from "../leftovers.ts";
import type { Call } from "../model.ts";
import { UsageError } from "../usage.ts";

/** What a ledger says of one target. */
export interface Account {
  readonly api: string;
  readonly url: string;
  /** Made and not put to rest, in the order in which it was made. */
  readonly open: readonly Leftover[];
  /** Writes that were never answered: what they made is not known. */
  readonly underWay: readonly string[];
}

/** A ledger, read. */
export interface Accounts {
  readonly run: string;
  readonly startedAt: string;
  readonly targets: readonly Account[];
}

/**
 * Reads a ledger. A last line that was cut off is left out: the run ended while it was written.
 * @throws UsageError when there is no such file, or it is no ledger
 */
export async function readLedger(path: string): Promise<Accounts> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : (error.code ?? error.message);
    throw new UsageError(
      `The ledger ${path} cannot be read: ${why}. A check that ends well leaves none.`,
    );
  });
  const [head, ...lines] = text.split("\n").flatMap((line, i, all) => {
    const value = parse(line);
    if (value !== undefined) return [value];
    if (i === all.length - 1) return [];
    throw new UsageError(`Line ${i + 1} of ${path} is no line of a ledger.`);
  });
  const targets = head?.targets;
  if (head?.ledger !== 1 || !Array.isArray(targets))
    throw new UsageError(
      `${path} is no ledger of concordat check, which is named concordat-….ledger.`,
    );
  return {
    run: String(head.run),
    startedAt: String(head.startedAt),
    targets: targets.filter(isObject).map(({ api, url }) => {
      const about = lines.filter((line) => line.api === api);
      return { api: String(api), url: String(url), ...accountOf(about) };
    }),
  };
}

function accountOf(lines: readonly JsonObject[]): Pick<Account, "open" | "underWay"> {
  const open = new Map<string, Leftover>();
  const underWay = new Map<unknown, string>();
  for (const { sends, request, answered, made, rest, rested } of lines) {
    if (sends !== undefined) underWay.set(sends, String(request));
    if (answered !== undefined) underWay.delete(answered);
    if (typeof made === "string")
      // as: a ledger holds the calls that createLedger wrote.
      open.set(made, { what: made, ...(isObject(rest) && { rest: rest as unknown as Call }) });
    if (typeof rested === "string") open.delete(rested);
  }
  return { open: [...open.values()], underWay: [...underWay.values()] };
}

function parse(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
