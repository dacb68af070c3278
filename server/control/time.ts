import type { Clock } from "../../generated/control/types.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";

type Operations = "getClock" | "advanceClock";

export function time({ clock, agenda, turns }: Bench): Pick<ControlHandlers, Operations> {
  const reading = (): Clock => ({
    now: clock.read().toISOString(),
    ahead_seconds: clock.ahead() / 1000,
  });
  return {
    getClock: async () => ({ status: 200, body: reading() }),

    advanceClock: ({ body }) =>
      turns("clock", async () => {
        await agenda.advance(body.seconds * 1000);
        return { status: 200, body: reading() };
      }),
  };
}
