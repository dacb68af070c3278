import { describe, expect, test } from "vitest";
import { exchangeOf } from "./testing/exchange.ts";
import { notNow, notUtc, stampsIn } from "./timestamps.ts";

const withTime = (text: unknown) => exchangeOf({ json: { data: { created_at: text } } });

describe("a timestamp", () => {
  test("is a text by its name, at any depth", () => {
    const json = {
      data: [{ created_at: "a", closed_at: null, sent_at: 5, meta: { timestamp: "b" } }],
      what: "c",
      timestamps: "d",
      at: "e",
    };
    expect(stampsIn(json)).toEqual([
      { pointer: "/data/0/created_at", text: "a" },
      { pointer: "/data/0/meta/timestamp", text: "b" },
    ]);
  });

  test.each([
    "2024-03-15T08:30:00Z",
    "2024-03-15T08:30Z",
    "2024-03-15T08:30:00.5Z",
    "2024-03-15T08:30:00.123456789Z",
    "2024-03-15T08:30:00,123Z",
    "2024-03-15T08:30:00+00:00",
    "2024-03-15T08:30:00-00:00",
    "2024-03-15T08:30:00+0000",
    "2024-03-15T08:30:00+00",
  ])("%s is in UTC", (text) => {
    expect(notUtc([withTime(text)])).toEqual([]);
  });

  test.each([
    "2024-03-15T08:30:00+07:00",
    "2024-03-15T08:30:00-0100",
    "2024-03-15T08:30:00+00:30",
    "2024-03-15T08:30:00",
    "2024-03-15 08:30:00Z",
    "2024-03-15",
    "1710491400",
    "1710491400000",
    "Fri, 15 Mar 2024 08:30:00 GMT",
    "2024-13-15T08:30:00Z",
    "2024-03-15T25:30:00Z",
    "",
  ])("%j is not", (text) => {
    const exchange = withTime(text);
    expect(notUtc([exchange])).toEqual([
      {
        message: "GET /v1/things (the second page): /data/created_at is not a time in UTC",
        expected: "ISO 8601 with Z, such as 2024-03-15T08:30:00Z",
        actual: JSON.stringify(text),
        exchange,
      },
    ]);
  });
});

describe("the timestamps of a run", () => {
  test("give one finding an exchange", () => {
    const bad = exchangeOf({ json: { created_at: "1", updated_at: "2" } });
    expect(notUtc([bad, withTime("2024-03-15T08:30:00Z"), bad])).toHaveLength(2);
  });

  test("are those of successes", () => {
    const refusal = exchangeOf({ status: 400, json: { created_at: "1" } });
    expect(
      notUtc([refusal, withTime("2024-03-15T08:30:00Z"), exchangeOf({ failure: "" })]),
    ).toEqual([]);
  });

  test("cannot be judged where there are none", () => {
    expect(() => notUtc([exchangeOf({ json: { name: "Asha" } })])).toThrow("no timestamp was seen");
  });
});

describe("a time that just happened", () => {
  const exchange = exchangeOf({}, { startedAt: "2026-04-02T12:00:00.000Z" });
  const dated = exchangeOf({ headers: { date: "Thu, 02 Apr 2026 15:00:00 GMT" } });

  test.each([
    [exchange, "2026-04-02T12:00:00Z"],
    [exchange, "2026-04-02T12:10:00.000Z"],
    [exchange, "2026-04-02T12:00:00,5+00"],
    [exchange, "2026-04-02T11:50:00Z"],
    [dated, "2026-04-02T15:00:30Z"],
    [exchangeOf({ headers: { date: "today" } }), "2026-04-02T12:00:00Z"],
  ])("agrees with the answer's Date, or our clock", (given, text) => {
    expect(notNow(given, text, "created_at")).toEqual([]);
  });

  test.each([
    [exchange, "2026-04-02T15:00:00Z"],
    [exchange, "2026-04-02T12:10:01Z"],
    [dated, "2026-04-02T12:00:00Z"],
    [exchange, "now"],
    [exchange, 1_775_131_200],
    [exchange, undefined],
  ])("does not, hours away or in no form", (given, text) => {
    expect(notNow(given, text, "created_at")).toMatchObject([
      { expected: expect.stringMatching(/^about 2026-04-02T1[25]:00:00/) },
    ]);
  });
});
