import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.ts";

const now = Date.parse("2026-04-02T12:00:00Z");

test.each([
  ["30", 30_000],
  [" 0 ", 0],
  ["Thu, 02 Apr 2026 12:00:05 GMT", 5_000],
  ["Thursday, 02-Apr-26 12:00:05 GMT", 5_000],
  ["Thu Apr  2 12:00:05 2026 GMT", 5_000],
  ["Thu, 02 Apr 2026 11:00:00 GMT", 0],
  ["-1", undefined],
  ["1.5", undefined],
  ["", undefined],
  ["soon", undefined],
  ["2026-04-02T12:00:05Z", undefined],
])("Retry-After: %s asks for %s ms", (header, milliseconds) => {
  const response = new Response(null, { headers: { "Retry-After": header } });
  expect(retryAfter(response, now)).toBe(milliseconds);
});

test("an answer without Retry-After asks for nothing", () => {
  expect(retryAfter(new Response(), now)).toBeUndefined();
});
