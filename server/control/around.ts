import type { Around } from "../contract/mount.ts";
import type { Bench } from "./bench.ts";

/** What the test bench does around every request of an API: it holds it back, lets it fail, and counts it. */
export function around({
  gate,
  failures,
  metrics,
}: Pick<Bench, "gate" | "failures" | "metrics">): Around {
  return (target, ctx, next) =>
    gate.pass(async () => {
      const start = performance.now();
      const failure = failures.take(target);
      ctx.state.target = target;
      if (failure === undefined) {
        await next();
        if (ctx.status === 429) metrics.limited(target);
      } else {
        ctx.status = failure.status;
        ctx.set(failure.headers);
        ctx.body = failure.body;
      }
      metrics.answered(target, ctx.status, (performance.now() - start) / 1000);
    });
}
