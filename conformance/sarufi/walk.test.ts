import { describe, expect, test } from "vitest";
import { probeRun } from "../probe.ts";
import { exchangeOf } from "../testing/exchange.ts";
import { scriptedTarget } from "../testing/target.ts";
import {
  complete,
  counted,
  disjoint,
  third,
  type Walk,
  walk,
  withinDefault,
  withinLimit,
} from "./walk.ts";

const page = (ids: readonly string[], next_cursor?: string | null, more: object = {}) => ({
  json: {
    items: ids.map((id) => ({ id })),
    ...(next_cursor !== undefined && { next_cursor }),
    ...more,
  },
});

/** Walks a list whose pages are these. */
async function walked(pages: readonly ReturnType<typeof page>[], most = 5) {
  const { target, sent } = scriptedTarget(pages);
  const run = probeRun(target, new Map(), {});
  const probe = {
    name: "a walk",
    run: (context: Parameters<typeof walk>[0]) =>
      walk(
        context,
        { operationId: "listThings", items: "items", query: { limit: "2" }, purpose: "things" },
        most,
      ),
  };
  await run.perform(probe);
  return { walk: run.evidence(probe), queries: sent.map(({ url }) => new URL(url).search) };
}

/** A list that was read, page by page. */
function read(pages: readonly (readonly string[])[], whole = true): Walk {
  const exchanges = pages.map((ids) =>
    exchangeOf(page(ids), {
      call: { operationId: "listThings", purpose: "a page", query: { limit: "2" } },
    }),
  );
  return { pages: exchanges, items: pages.flat().map((id) => ({ id })), whole };
}

describe("a walk", () => {
  test("follows the cursors to the page that has none", async () => {
    const { walk: found, queries } = await walked([page(["a", "b"], "x"), page(["c"], null)]);
    expect(found).toMatchObject({ items: [{ id: "a" }, { id: "b" }, { id: "c" }], whole: true });
    expect(queries).toEqual(["?limit=2", "?limit=2&cursor=x"]);
  });

  test("takes a cursor that is absent for the end", async () => {
    expect((await walked([page(["a"])])).walk.whole).toBe(true);
  });

  test("stops after so many pages", async () => {
    const { walk: found, queries } = await walked([page(["a"], "x")], 3);
    expect(found.whole).toBe(false);
    expect(queries).toHaveLength(3);
  });
});

describe("pages", () => {
  test("hold each item once", () => {
    expect(disjoint(read([["a", "b"], ["c"]]))).toEqual([]);
    expect(disjoint(read([["a", "b"], ["b"]]))).toMatchObject([{ actual: "b stands there again" }]);
  });

  test("hold no more than their limit, and without one no more than the default", () => {
    expect(withinLimit(read([["a", "b"]]), "items")).toEqual([]);
    expect(withinLimit(read([["a", "b", "c"]]), "items")).toMatchObject([{ actual: "3" }]);
    expect(withinDefault(exchangeOf(page(["a", "b"])), "items", 2)).toEqual([]);
    expect(withinDefault(exchangeOf(page(["a", "b"])), "items", 1)).toHaveLength(1);
  });

  test("leave nothing out, and may hold what is new", () => {
    const whole = read([["a", "b", "c"]]);
    expect(
      complete(
        read([
          ["a", "b"],
          ["c", "d"],
        ]),
        whole,
      ),
    ).toEqual([]);
    expect(complete(read([["a"], ["c"]]), whole)).toMatchObject([
      { actual: "1 are missing, such as b" },
    ]);
  });

  test("come to an end", () => {
    const whole = read([["a"]]);
    expect(complete(read([["a"], ["a"]], false), whole)).toMatchObject([
      { message: "The cursors of a list come to no end" },
    ]);
  });

  test("are counted by one or all together, and never by fewer", () => {
    const count = (value: unknown) =>
      counted(exchangeOf(page(["a", "b"], null, { count: value })), "items");
    expect([count(2), count(200)]).toEqual([[], []]);
    expect([count(1), count("2")].map(({ length }) => length)).toEqual([1, 1]);
  });
});

test.each([
  [0, "1"],
  [1, "1"],
  [2, "1"],
  [4, "2"],
  [30, "10"],
])("%d items stand on about three pages of %s", (count, limit) => {
  expect(third(count)).toBe(limit);
});
