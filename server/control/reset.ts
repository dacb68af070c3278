import { parts } from "../open-store.ts";
import { pour } from "../seed-data/fill.ts";
import { tablesLeftBy } from "../store/tables-left-by.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";

export function reset(bench: Bench): Pick<ControlHandlers, "reset"> {
  const { services, clock, data, failures, gate, limiter, turns } = bench;
  /** Whoever refers to another goes first. */
  const tables = parts.flatMap(({ steps }) => tablesLeftBy(steps)).reverse();

  return {
    reset: () =>
      turns("clock", async () => {
        await gate.alone(async () => {
          // Not while another server on the same store fills it.
          await services.store.exclusively("fill", () =>
            services.store.transaction(async (sql) => {
              for (const table of tables) await sql.run(`DELETE FROM ${table}`);
              const start = new Date(clock.read().getTime() - clock.ahead());
              await pour(sql, data, { start, newId: services.newId });
            }),
          );
          await limiter.forget();
          failures.clear();
          clock.reset();
        });
        return { status: 204 };
      }),
  };
}
