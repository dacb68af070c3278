import type { Call, Exchange } from "../model.ts";
import { Untestable } from "../obstacles.ts";
import type { Clock, Wire } from "../target/wire.ts";

/** A network that sends nothing, and the time as it was when it was recorded. */
export interface Recorded {
  readonly wire: Wire;
  readonly clock: Clock;
}

/**
 * Answers each request as it was answered in a recording: by method, URL, headers (keys are anywhere) and body, and where the
 * same one was sent several times, in their order. For what was never sent the wire throws Untestable.
 *
 * @param startedAt when the recorded run began
 * @param plain brings a request into the form of the recorded ones: a recording is redacted
 */
export function recordedWire(
  exchanges: readonly Exchange[],
  startedAt: string,
  plain: (request: Exchange["request"]) => Exchange["request"] = (request) => request,
): Recorded {
  const answers = Map.groupBy(exchanges, ({ request }) => nameOf(plain(request)));
  const taken = new Map<string, number>();
  let time = Date.parse(startedAt);
  return {
    clock: { now: () => new Date(time), sleep: async () => {} },
    wire: async (request, _timeoutMs, call) => {
      const name = nameOf(plain(request));
      const place = taken.get(name) ?? 0;
      const exchange = answers.get(name)?.[place];
      if (exchange === undefined) return notRecorded(request, call);
      taken.set(name, place + 1);
      time = Date.parse(exchange.startedAt) + exchange.durationMs;
      const { response, failure = "no answer", startedAt, durationMs } = exchange;
      return { ...(response ? { response } : { failure }), startedAt, durationMs };
    },
  };
}

/** Who sent it is no part of a request, and not recorded. */
function nameOf({ method, url, headers, body }: Exchange["request"]): string {
  const { "user-agent": _, ...others } = headers;
  return JSON.stringify([method, url, Object.entries(others).toSorted(), body]);
}

function notRecorded({ method, url }: Exchange["request"], { purpose }: Call): never {
  const reason = `not in the recording: ${method} ${new URL(url).pathname} (${purpose})`;
  throw new Untestable({ kind: "run", reason });
}
