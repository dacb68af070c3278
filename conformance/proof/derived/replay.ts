import type { Exchange, Response } from "../../model.ts";
import { unheard } from "../../receiver/unheard.ts";
import { type Run, runSuite } from "../../run.ts";
import type { Wire } from "../../target/wire.ts";
import { virtualClock } from "../clock.ts";
import type { Recorded } from "./record.ts";

/** What a faulty server answers in place of a sound answer: that answer itself where its fault does not show. */
export type Change = (answer: Response, request: Exchange["request"]) => Response;

/**
 * Checks a recording as if it were a server: the probes run again, and their requests meet the recorded answers, changed.
 * A probe may go another way for that, and ask what nobody asked before: this server knows nothing of it, and says 404.
 * @param operation whose answers are changed
 * @param selects the requirements that are judged. Default: all
 */
export function replay(
  recorded: Recorded,
  { operation, change }: { readonly operation: string; readonly change: Change },
  selects?: (id: string) => boolean,
): Promise<Run> {
  const { target, contract, items, startedAt } = recorded;
  const answers = answersOf(recorded.exchanges);
  const wire: Wire = async (request, _, call) => {
    const response = answers(request, call.operationId);
    if (response === undefined) return { failure: "the recording has no answer like it" };
    return { response: call.operationId === operation ? change(response, request) : response };
  };
  return runSuite(target.suite, {
    ...target,
    contract,
    items,
    wire,
    clock: virtualClock(startedAt).suite,
    listen: unheard,
    ...(selects && { selects }),
  });
}

type Request = Exchange["request"];

/** The recorded answers to a request, one after the other, and then the last again. */
function answersOf(
  exchanges: readonly Exchange[],
): (request: Request, operationId: string | undefined) => Response | undefined {
  const known = new Map<string, Response[]>();
  const absent = new Map<string | undefined, Response>();
  for (const { request, call, response } of exchanges) {
    if (response === undefined) continue;
    known.set(keyOf(request), [...(known.get(keyOf(request)) ?? []), response]);
    if (response.status === 404) absent.set(call.operationId, response);
  }
  return (request, operationId) => {
    const [next, ...later] = known.get(keyOf(request)) ?? [];
    if (later.length > 0) known.set(keyOf(request), later);
    return next ?? absent.get(operationId) ?? [...absent.values()][0];
  };
}

const keyOf = ({ method, url, headers, body }: Request): string =>
  JSON.stringify([method, url, headers.authorization, headers["content-type"], body]);
