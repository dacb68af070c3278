import { expect, test } from "vitest";
import { withRetry } from "./retry.ts";
import { answering, silent, testClock } from "./testing.ts";
import { withTimeout } from "./timeout.ts";

const request = (signal?: AbortSignal) =>
  new Request("https://api.example/things", { signal: signal ?? null });

test("a request whose time is up is aborted with a TimeoutError", async () => {
  const clock = testClock();
  const response = withTimeout(silent(), 1_000, clock)(request());
  clock.timeOut();
  await expect(response).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a body that does not end is aborted, too", async () => {
  const clock = testClock();
  const response = await withTimeout(
    async ({ signal }) => {
      const start = (body: ReadableStreamDefaultController) =>
        signal.addEventListener("abort", () => body.error(signal.reason));
      return new Response(new ReadableStream({ start }));
    },
    1_000,
    clock,
  )(request());
  clock.timeOut();
  await expect(response.text()).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the caller's abort still reaches the request", async () => {
  const abort = new AbortController();
  const response = withTimeout(silent(), 1_000, testClock())(request(abort.signal));
  abort.abort(new Error("no longer wanted"));
  await expect(response).rejects.toThrow("no longer wanted");
});

test("each attempt has its own time", async () => {
  const clock = testClock();
  const asked: number[] = [];
  const timeout = (milliseconds: number) => {
    asked.push(milliseconds);
    return clock.timeout(milliseconds);
  };
  const refused = new Response(null, { status: 429, headers: { "Retry-After": "30" } });
  const limited = withTimeout(answering(refused, new Response()), 1_000, { ...clock, timeout });
  const response = await withRetry(limited, { attempts: 2 }, clock)(request());
  expect(response.status).toBe(200);
  expect(asked).toEqual([1_000, 1_000]);
});
