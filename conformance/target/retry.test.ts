import { describe, expect, test } from "vitest";
import { callOf, exchangeOf } from "../testing/exchange.ts";
import { hindranceOf as hindranceAt } from "./retry.ts";

const now = Date.parse("2026-10-21T07:28:00Z");
const hindranceOf = (
  exchange: Parameters<typeof hindranceAt>[0],
  earlier: Parameters<typeof hindranceAt>[1],
) => hindranceAt(exchange, earlier, now);

const limited = (headers: Readonly<Record<string, string>> = {}) =>
  exchangeOf({ status: 429, headers });

describe("a 429", () => {
  test.each([
    ["30", 30_000],
    ["60", 60_000],
    ["0", 0],
    ["0.5", 500],
    ["Wed, 21 Oct 2026 07:28:30 GMT", 30_000],
    ["Wed, 21 Oct 2026 07:27:00 GMT", 1000],
    ["soon", 1000],
    ["-1", 1000],
    ["", 1000],
  ])("with Retry-After: %s passes after %i ms", (after, waitMs) => {
    expect(hindranceOf(limited({ "retry-after": after }), [])).toEqual({ status: 429, waitMs });
  });

  test("without Retry-After passes after a second", () => {
    expect(hindranceOf(limited(), [])).toEqual({ status: 429, waitMs: 1000 });
  });

  test.each(["61", "3600", "Infinity", "Wed, 21 Oct 2026 07:30:00 GMT"])(
    "with Retry-After: %s is an answer",
    (after) => {
      expect(hindranceOf(limited({ "retry-after": after }), [])).toBeUndefined();
    },
  );

  test("is an answer the fourth time", () => {
    const passed = { status: 429, waitMs: 1000 };
    expect(hindranceOf(limited(), [passed, passed])).toBeDefined();
    expect(hindranceOf(limited(), [passed, passed, passed])).toBeUndefined();
  });

  test("is an answer to a call that provokes it", () => {
    const call = callOf({ provokesLimit: true });
    expect(hindranceOf(exchangeOf({ status: 429 }, { call }), [])).toBeUndefined();
  });
});

describe("a gateway's trouble", () => {
  test.each([502, 503, 504])("%i passes after a second, once", (status) => {
    const hindrance = { status, waitMs: 1000 };
    expect(hindranceOf(exchangeOf({ status }), [])).toEqual(hindrance);
    expect(hindranceOf(exchangeOf({ status }), [hindrance])).toBeUndefined();
  });

  test("is counted apart from a 429", () => {
    const earlier = [{ status: 429, waitMs: 1000 }];
    expect(hindranceOf(exchangeOf({ status: 503 }), earlier)).toBeDefined();
  });
});

test.each([200, 302, 400, 404, 408, 500, 501])("a %i is an answer", (status) => {
  expect(hindranceOf(exchangeOf({ status }), [])).toBeUndefined();
});

test("silence is no hindrance", () => {
  expect(hindranceOf(exchangeOf({ failure: "ECONNRESET" }), [])).toBeUndefined();
});
