import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "./clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a sleep is as long as it was asked for, and leaves nothing behind", async () => {
  const { signal } = new AbortController();
  const start = systemClock.now();
  const removed = vi.spyOn(signal, "removeEventListener");
  const sleep = systemClock.sleep(5_000, signal).then(() => systemClock.now() - start);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await sleep).toBe(5_000);
  expect(removed).toHaveBeenCalledOnce();
});

test("abort ends a sleep with the signal's reason", async () => {
  const abort = new AbortController();
  const sleep = systemClock.sleep(5_000, abort.signal);
  abort.abort(new Error("enough"));
  await expect(sleep).rejects.toThrow("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("after an abort there is no sleep", async () => {
  const sleep = systemClock.sleep(5_000, AbortSignal.abort(new Error("enough")));
  await expect(sleep).rejects.toThrow("enough");
  expect(vi.getTimerCount()).toBe(0);
});
