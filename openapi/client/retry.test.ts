import { expect, test } from "vitest";
import { systemClock } from "./clock.ts";
import { withRetry } from "./retry.ts";
import { answering, silent, testClock } from "./testing.ts";

const url = "https://api.example/things";
const get = () => new Request(url);
const post = () => new Request(url, { method: "POST", body: "a thing" });

/** An answer that says when to come back. */
const refusal = (status: number, after: string | undefined = "2") =>
  new Response("refused", { status, ...(after && { headers: { "Retry-After": after } }) });

test("a 429 is waited out, and the request is sent again with its body", async () => {
  const [clock, server] = [testClock(), answering(refusal(429), refusal(429, "3"), new Response())];
  const response = await withRetry(server, { attempts: 3 }, clock)(post());
  expect(response.status).toBe(200);
  expect(clock.slept).toEqual([2_000, 3_000]);
  const bodies = server.requests.map((request) => request.text());
  expect(await Promise.all(bodies)).toEqual(["a thing", "a thing", "a thing"]);
});

test("a date in Retry-After is waited for", async () => {
  const clock = testClock("2026-04-02T12:00:00Z");
  const server = answering(refusal(429, "Thu, 02 Apr 2026 12:00:07 GMT"), new Response());
  await withRetry(server, { attempts: 2 }, clock)(get());
  expect(clock.slept).toEqual([7_000]);
});

test("the last attempt's answer is returned as it is", async () => {
  const [clock, server] = [testClock(), answering(refusal(429), refusal(429))];
  const response = await withRetry(server, { attempts: 2 }, clock)(get());
  expect(response.status).toBe(429);
  expect(await response.text()).toBe("refused");
  expect(clock.slept).toEqual([2_000]);
});

test("a 503 is waited out where the request only reads", async () => {
  const [clock, server] = [testClock(), answering(refusal(503), new Response())];
  expect((await withRetry(server, { attempts: 2 }, clock)(get())).status).toBe(200);
});

test.each([
  ["a 503 for a request that writes", post, refusal(503)],
  ["a 500", get, refusal(500)],
  ["a 200", get, refusal(200)],
  ["a 429 without Retry-After", get, refusal(429, "")],
  ["a 429 that asks for more than maxWaitSeconds", get, refusal(429, "11")],
])("%s is not sent again", async (_, request, answer) => {
  const [clock, server] = [testClock(), answering(answer)];
  const response = await withRetry(server, { attempts: 3, maxWaitSeconds: 10 }, clock)(request());
  expect(response).toBe(answer);
  expect(clock.slept).toEqual([]);
});

test("up to a minute is waited unless told otherwise", async () => {
  const clock = testClock();
  await withRetry(answering(refusal(429, "60"), new Response()), { attempts: 2 }, clock)(get());
  await withRetry(answering(refusal(429, "61")), { attempts: 2 }, clock)(get());
  expect(clock.slept).toEqual([60_000]);
});

test("an answer that is not used is let go of", async () => {
  const first = refusal(429);
  const server = answering(first, new Response());
  await withRetry(server, { attempts: 2 }, testClock())(get());
  expect(first.bodyUsed).toBe(true);
});

test("abort cuts the waiting", async () => {
  const abort = new AbortController();
  const server = answering(refusal(429, "59"));
  const sleeping = Promise.withResolvers<void>();
  const clock = {
    ...systemClock,
    sleep: (milliseconds: number, signal: AbortSignal) => {
      sleeping.resolve();
      return systemClock.sleep(milliseconds, signal);
    },
  };
  const request = new Request(url, { signal: abort.signal });
  const response = withRetry(server, { attempts: 2 }, clock)(request);
  await sleeping.promise;
  abort.abort(new Error("no longer wanted"));
  await expect(response).rejects.toThrow("no longer wanted");
});

test("no answer is no reason to send again", async () => {
  const abort = new AbortController();
  const server = silent();
  const request = new Request(url, { signal: abort.signal });
  const response = withRetry(server, { attempts: 3 }, testClock())(request);
  abort.abort();
  await expect(response).rejects.toMatchObject({ name: "AbortError" });
  expect(server.requests).toHaveLength(1);
});
