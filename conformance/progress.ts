import { counted, seconds } from "./report/sentence.ts";

/** Where progress is shown: a terminal, or a stream of lines such as a CI log. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** When the requests of a target are expected to leave, in milliseconds from the start, where that is known. */
  readonly expect: (api: string, departures: readonly number[]) => void;
  /** A target's requirements, so many of them worked through. */
  readonly step: (api: string, done: number, total: number) => void;
  /** A target's random journeys, so many of them made. */
  readonly journey: (api: string, done: number, total: number) => void;
  /** A request was answered. */
  readonly answered: (api: string) => void;
  /** Leaves a clean line. */
  readonly end: () => void;
}

interface Share {
  done: number;
  total: number;
  requests: number;
  /** What is worked through, where it is not requirements. */
  what?: string;
  readonly startedAt: number;
}

/** How often a terminal's line is written anew, and another stream gets a line, in milliseconds. */
const redrawMs = 50;
const lineMs = 15_000;

/**
 * On a terminal that knows how to move its cursor, one line for all targets that is written over; elsewhere a line as
 * each target starts, and one now and then while a run takes long. There is no colour in it.
 */
export function progressOn(
  stream: ProgressStream,
  {
    env = {},
    now = () => Date.now(),
  }: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly now?: () => number;
  } = {},
): Progress {
  const rewrites = stream.isTTY === true && env.TERM !== "dumb";
  const shares = new Map<string, Share>();
  const expected = new Map<string, readonly number[]>();
  let last = now();

  const show = (): void => {
    const time = now();
    if (time - last < (rewrites ? redrawMs : lineMs)) return;
    last = time;
    const parts = [...shares].map(([api, share]) => partOf(api, share, expected.get(api), time));
    const text = `Checking ${parts.join("; ")}`;
    // A line that wraps could not be written over.
    if (rewrites) stream.write(`\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}`);
    else stream.write(`${text}\n`);
  };

  return {
    expect: (api, departures) => void expected.set(api, departures),
    step(api, done, total) {
      const share = shares.get(api) ?? { done, total, requests: 0, startedAt: now() };
      shares.set(api, Object.assign(share, { done, total }));
      if (done === 0 && !rewrites)
        stream.write(`Checking ${api}: ${total} requirements and observations\n`);
      if (done === 0 && rewrites) last = 0;
      show();
    },
    journey(api, done, total) {
      const share = shares.get(api);
      if (share !== undefined) Object.assign(share, { done, total, what: "journeys" });
      if (done === 0 && !rewrites) stream.write(`Exploring ${api}: ${total} random journeys\n`);
      show();
    },
    answered(api) {
      const share = shares.get(api);
      if (share !== undefined) share.requests += 1;
      show();
    },
    end() {
      if (rewrites) stream.write("\r\u001b[K");
    },
  };
}

/** `sahut 120 of 244, 96 requests (1.0/s), 3 min 40 s left`. */
function partOf(
  api: string,
  { done, total, requests, what, startedAt }: Share,
  departures: readonly number[] | undefined,
  time: number,
): string {
  const elapsed = (time - startedAt) / 1000;
  const rate = elapsed >= 1 ? ` (${(requests / elapsed).toFixed(1)}/s)` : "";
  const end = departures?.at(-1);
  const left =
    end === undefined ? undefined : end - (departures?.[Math.max(0, requests - 1)] ?? end);
  return [
    `${api} ${done} of ${total}${what === undefined ? "" : ` ${what}`}`,
    `${counted(requests, "request")}${rate}`,
    ...(left === undefined || left < 1000 ? [] : [`${seconds(left).replace(/\.\d s/, " s")} left`]),
  ].join(", ");
}
