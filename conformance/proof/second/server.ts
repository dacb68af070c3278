import type { FaultName } from "./faults.ts";
import { listen } from "./http.ts";
import { sahutApp } from "./sahut/app.ts";
import { sarufiApp } from "./sarufi/app.ts";

export interface SecondOptions {
  /** Default: 0, for a free one. */
  readonly port?: number;
  /** The time in milliseconds since 1970. Default: the machine's. */
  readonly now?: () => number;
  /** Over which time Sarufi's "once in two seconds on average" is counted. Default: ten minutes. */
  readonly averagedOverMs?: number;
  /** What it is to do wrong. Default: nothing. */
  readonly faults?: readonly FaultName[];
}

export interface RunningSecond {
  /** Base URLs, to which paths are appended. */
  readonly sahut: string;
  readonly sarufi: string;
  close(): Promise<void>;
}

/**
 * A second implementation of the core of both APIs, written from the documentation alone. It shares nothing with the
 * reference server, and does otherwise whatever the documentation leaves open.
 */
export async function startSecond(options: SecondOptions = {}): Promise<RunningSecond> {
  const { port = 0, now = Date.now, averagedOverMs = 600_000 } = options;
  const faults = new Set(options.faults);
  const [sahut, sarufi] = ["/rest/v1", "/api/dev/v1"] as const;
  const apps = { [sahut]: sahutApp(now, faults), [sarufi]: sarufiApp(now, averagedOverMs, faults) };
  const { origin, close } = await listen(apps, port);
  return { sahut: `${origin}${sahut}`, sarufi: `${origin}${sarufi}`, close };
}
