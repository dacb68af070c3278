/** How many requests may come in a time that slides along; those that are refused do not count. */
export interface Quota {
  readonly most: number;
  readonly windowMs: number;
}

/** What is left after a request; `waitMs` is 0 where it may pass. */
export interface Allowance {
  readonly left: number;
  readonly waitMs: number;
}

/** Counts requests by whom they are counted for. */
export function turnstile(now: () => number): (who: string, quota: Quota) => Allowance {
  const passed = new Map<string, number[]>();
  return (who, { most, windowMs }) => {
    const recent = (passed.get(who) ?? []).filter((time) => time > now() - windowMs);
    const [oldest = 0] = recent;
    const full = recent.length >= most;
    if (!full) recent.push(now());
    passed.set(who, recent);
    return { left: most - recent.length, waitMs: full ? oldest + windowMs - now() : 0 };
  };
}
