import { readAnswer } from "./answer.ts";
import type { Sent } from "./bytes.ts";
import type { Outcome } from "./connection.ts";
import type { FuzzedRequest } from "./request.ts";
import type { WireCase } from "./wire.ts";

/** An answer that is not right, and how to see it again. */
export interface Violation {
  readonly what: string;
  readonly reason: string;
  /** Of its batch. */
  readonly seed: number;
  readonly port: number;
  readonly sent: Sent;
}

/** How often, by what was asked, of which kind, and by what was answered. */
export interface Tally {
  readonly rows: ReadonlyMap<string, Row>;
}

export interface Row {
  readonly kinds: Map<string, number>;
  readonly statuses: Map<string, number>;
}

type Found = Omit<Violation, "what">;

export function tally() {
  const rows = new Map<string, Row>();
  const violations: Violation[] = [];
  const count = (what: string, kind: string, statuses: readonly string[]) => {
    const row = rows.get(what) ?? { kinds: new Map(), statuses: new Map() };
    rows.set(what, row);
    row.kinds.set(kind, (row.kinds.get(kind) ?? 0) + 1);
    for (const status of statuses) row.statuses.set(status, (row.statuses.get(status) ?? 0) + 1);
  };
  return {
    request(request: FuzzedRequest, outcome: Outcome, found: Found | undefined | "") {
      const { api, operationId } = request.operation;
      const what = `${api} ${operationId}`;
      count(what, request.kind, [typeof outcome === "string" ? "none" : String(outcome.status)]);
      if (found) violations.push({ what: `${what}, ${request.kind}`, ...found });
    },
    wire(one: WireCase, { received }: { received: Buffer }, found: Found | undefined | "") {
      count("no proper HTTP", "wire", statusesIn(received));
      if (found) violations.push({ what: `no proper HTTP: ${one.name}`, ...found });
    },
    result: () => ({ rows, violations }),
  };
}

function statusesIn(received: Buffer): string[] {
  try {
    const read = readAnswer(received, "");
    if (read === undefined) return received.length === 0 ? ["none"] : [];
    return [String(read.answer.status), ...(read.rest.length > 0 ? statusesIn(read.rest) : [])];
  } catch {
    return [];
  }
}
