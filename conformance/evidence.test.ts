import { describe, expect, test } from "vitest";
import {
  answered,
  at,
  control,
  describe as described,
  isSuccess,
  listAt,
  refusedWith,
  show,
  textAt,
} from "./evidence.ts";
import { Unanswered, Untestable } from "./obstacles.ts";
import { exchangeOf, responseOf } from "./testing/exchange.ts";

const silent = exchangeOf({ failure: "ECONNRESET" });

test("an exchange is named by method, path and purpose, without host and query", () => {
  expect(described(silent)).toBe("GET /v1/things (the second page)");
});

test("an answer is given, and its absence is no fault of the target's", () => {
  expect(answered(exchangeOf({ status: 500 })).status).toBe(500);
  expect(() => answered(silent)).toThrow(Unanswered);
  expect(() => answered(silent)).toThrow("GET /v1/things (the second page): ECONNRESET");
});

test.each([
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [404, false],
])("%i is a success: %s", (status, success) => {
  expect(isSuccess(responseOf({ status }))).toBe(success);
});

describe("a control", () => {
  test("is a success", () => {
    expect(control(exchangeOf({ status: 201 })).status).toBe(201);
  });

  test("that was refused leaves nothing to judge", () => {
    expect(() => control(exchangeOf({ status: 400 }))).toThrow(
      new Untestable({
        kind: "control",
        reason: "its control, GET /v1/things (the second page), was answered 400",
      }),
    );
  });

  test("that was not sent leaves nothing to judge", () => {
    expect(() => control(undefined)).toThrow("its control was not sent");
  });

  test("that was not answered is an error", () => {
    expect(() => control(silent)).toThrow(Unanswered);
  });
});

describe("a value in a body", () => {
  const json = { data: [{ id: "1", none: null }], text: "abc" };

  test.each([
    [[], json],
    [["data", 0, "id"], "1"],
    [["data", 0, "none"], null],
  ])("is found at %j", (path, value) => {
    expect(at(json, ...path)).toEqual(value);
  });

  test.each([
    [["data", 1]],
    [["data", "length", "x"]],
    [["data", 0, "none", "x"]],
    [["text", 0]],
    [["toString"]],
  ])("is not found at %j", (path) => {
    expect(at(json, ...path)).toBeUndefined();
  });

  test("is a string or an array where one is needed, else the body cannot be judged", () => {
    const exchange = exchangeOf({ json });
    expect(textAt(exchange, "data", 0, "id")).toBe("1");
    expect(listAt(exchange, "data")).toHaveLength(1);
    expect(() => textAt(exchange, "data", 0)).toThrow("has no string at data.0");
    expect(() => listAt(exchange, "text")).toThrow("has no array at text");
    expect(() => textAt(exchangeOf({ body: "<h1>" }), "id")).toThrow(Untestable);
    expect(() => listAt(undefined, "id")).toThrow(Untestable);
  });
});

describe("a value for people", () => {
  test.each([
    [undefined, "nothing"],
    [null, "null"],
    ["a", '"a"'],
    [{ a: [1] }, '{"a":[1]}'],
    ["x".repeat(158), `"${"x".repeat(158)}"`],
    ["x".repeat(159), `"${"x".repeat(156)}…`],
  ])("%j is %s", (value, text) => {
    expect(show(value)).toBe(text);
  });
});

describe("a refusal", () => {
  test.each([400, 422])("with %i is one of those promised", (status) => {
    expect(refusedWith(exchangeOf({ status }), [400, 422])).toEqual([]);
  });

  test.each([200, 401, 500])("with %i is not", (status) => {
    const exchange = exchangeOf({ status });
    expect(refusedWith(exchange, [400, 422])).toEqual([
      {
        message: `the second page: the answer is ${status}`,
        expected: "status 400 or 422",
        actual: `status ${status}`,
        exchange,
      },
    ]);
  });

  test("that never came is an error", () => {
    expect(() => refusedWith(silent, [400])).toThrow(Unanswered);
  });
});
