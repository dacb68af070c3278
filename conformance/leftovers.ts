import { isSuccess } from "./evidence.ts";
import type { Call, Exchange } from "./model.ts";
import type { Probe } from "./probe.ts";
import type { Suite } from "./suite.ts";

/** Something that a run made or changed on the target, and has not put to rest. */
export interface Leftover {
  /** Kind and id: "conversation conv_01HX2B9K3M5N7P". */
  readonly what: string;
  /** Puts it to rest; absent where the API has no call that does, so that it stays. */
  readonly rest?: Call;
}

/** Whether an exchange was answered with a success. */
export const succeeded = ({ response }: Exchange): boolean =>
  response !== undefined && isSuccess(response);

/** What exchanges left on the target. */
export const leftoversOf = (
  { leftovers }: Suite,
  exchanges: readonly Exchange[],
): readonly Leftover[] => leftovers?.(exchanges) ?? [];

/** Puts to rest what exchanges left; to be run once nothing else is to come. */
export const puttingToRest = (suite: Suite, exchanges: readonly Exchange[]): Probe<unknown> => ({
  name: "what was made, put to rest",
  run: async ({ send }) => {
    for (const { rest } of leftoversOf(suite, exchanges)) if (rest !== undefined) await send(rest);
  },
});
