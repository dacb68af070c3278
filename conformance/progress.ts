/** Where progress is shown: a terminal, or a stream of lines such as a CI log. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** A target's requirements, so many of them worked through. */
  readonly step: (api: string, done: number, total: number) => void;
  /** A target's random journeys, so many of them made. */
  readonly journey: (api: string, done: number, total: number) => void;
  /** Leaves a clean line. */
  readonly end: () => void;
}

/** On a terminal one line for all targets that is written over, at most every 50 ms; elsewhere one line as each target starts. */
export function progressOn(stream: ProgressStream): Progress {
  const shares = new Map<string, string>();
  let last = 0;
  const overwrite = (api: string, share: string, isFirst: boolean): void => {
    shares.set(api, `${api}: ${share}`);
    const now = Date.now();
    if (now - last < 50 && !isFirst) return;
    last = now;
    stream.write(`\r\u001b[KChecking ${[...shares.values()].join(", ")}`);
  };
  return {
    step(api, done, total) {
      if (stream.isTTY === true) overwrite(api, `${done} of ${total}`, done === 0);
      else if (done === 0)
        stream.write(`Checking ${api}: ${total} requirements and observations\n`);
    },
    journey(api, done, total) {
      if (stream.isTTY === true) overwrite(api, `journey ${done + 1} of ${total}`, done === 0);
      else if (done === 0) stream.write(`Exploring ${api}: ${total} random journeys\n`);
    },
    end() {
      if (stream.isTTY === true) stream.write("\r\u001b[K");
    },
  };
}
