import { hash as digest, timingSafeEqual } from "node:crypto";
import type { Sql } from "../store/store.ts";

/** An API key as the server knows it: who may call, for which workspace, on which plan. */
export interface Key {
  readonly id: string;
  readonly workspaceId: string;
  /** The name that people gave the key. */
  readonly label: string;
  readonly plan: string;
  readonly readOnly: boolean;
}

export const keyTables: readonly string[] = [
  `CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    api TEXT NOT NULL,
    lookup TEXT NOT NULL,
    hash TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    label TEXT NOT NULL,
    plan TEXT NOT NULL,
    read_only INTEGER NOT NULL
  );
  CREATE INDEX api_keys_lookup ON api_keys (api, lookup);`,
];

interface KeyRow {
  id: string;
  hash: string;
  workspace_id: string;
  label: string;
  plan: string;
  read_only: number;
}

/** Keeps the hash of the secret, never the secret. */
export async function addKey(sql: Sql, api: string, secret: string, key: Key): Promise<void> {
  const hash = sha256(secret);
  await sql.run(
    "INSERT INTO api_keys (id, api, lookup, hash, workspace_id, label, plan, read_only) " +
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    key.id,
    api,
    lookupOf(hash),
    hash,
    key.workspaceId,
    key.label,
    key.plan,
    key.readOnly ? 1 : 0,
  );
}

/** Puts a key on another plan. */
export async function setPlan(sql: Sql, id: string, plan: string): Promise<void> {
  await sql.run("UPDATE api_keys SET plan = ? WHERE id = ?", plan, id);
}

const FIND =
  "SELECT id, hash, workspace_id, label, plan, read_only FROM api_keys WHERE api = ? AND lookup = ?";

/** The key with this secret, or undefined. */
export function findKey(sql: Sql, api: string, secret: string): Promise<Key | undefined> {
  return keyFinder(sql, api)(secret);
}

/**
 * Finds keys of an API by their secrets. They are read at each request, so a revoked key dies at once; what a store that
 * remembers gives again is taken apart once.
 */
export function keyFinder(sql: Sql, api: string): (secret: string) => Promise<Key | undefined> {
  const known = new WeakMap<readonly KeyRow[], readonly Candidate[]>();
  return async (secret) => {
    const hash = sha256(secret);
    const rows = await sql.all<KeyRow>(FIND, api, lookupOf(hash));
    if (rows.length === 0) return undefined;
    let candidates = known.get(rows);
    if (candidates === undefined) {
      candidates = rows.map(toCandidate);
      known.set(rows, candidates);
    }
    const sought = Buffer.from(hash, "latin1");
    // In constant time.
    return candidates.find((candidate) => timingSafeEqual(candidate.hash, sought))?.key;
  };
}

interface Candidate {
  readonly hash: Buffer;
  readonly key: Key;
}

function toCandidate({ hash, id, workspace_id, label, plan, read_only }: KeyRow): Candidate {
  return {
    hash: Buffer.from(hash, "latin1"),
    key: { id, workspaceId: workspace_id, label, plan, readOnly: read_only === 1 },
  };
}

function sha256(secret: string): string {
  return digest("sha256", secret, "hex");
}

/** The index finds a few candidates by this part; the whole hash is compared in constant time. */
function lookupOf(hash: string): string {
  return hash.slice(0, 8);
}
