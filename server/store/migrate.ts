import { UserError } from "../errors.ts";
import type { Sql, Store } from "./store.ts";

/**
 * Brings one part's tables up to date. `steps[n]` leads from version n to n + 1; a step that has
 * been released is never edited, a change is a new step. Throws a UserError for data of a newer
 * version.
 */
export async function migrate(store: Store, part: string, steps: readonly string[]): Promise<void> {
  // PostgreSQL cannot create a table twice at the same time, even IF NOT EXISTS.
  const alone = (work: (sql: Sql) => Promise<void>) =>
    store.exclusively("migrate", () => store.transaction(work));
  await alone(async (sql) => {
    await sql.script(
      "CREATE TABLE IF NOT EXISTS schema_versions " +
        "(part TEXT PRIMARY KEY, version INTEGER NOT NULL)",
    );
    const row = await sql.get<{ version: number }>(
      "SELECT version FROM schema_versions WHERE part = ?",
      part,
    );
    const version = row?.version ?? 0;
    if (version > steps.length) {
      throw new UserError(
        `The data has version ${version} of the ${part} tables; this server knows up to ` +
          `${steps.length}. Use a newer concordat, or other data.`,
      );
    }
    if (version === steps.length) return;
    for (const step of steps.slice(version)) await sql.script(step);
    await sql.run(
      "INSERT INTO schema_versions (part, version) VALUES (?, ?) " +
        "ON CONFLICT (part) DO UPDATE SET version = excluded.version",
      part,
      steps.length,
    );
  });
}
