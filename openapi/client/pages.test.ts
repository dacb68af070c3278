import { expect, test } from "vitest";
import type { AnyAnswer } from "./answer.ts";
import { type List, walk } from "./pages.ts";

type Query = Readonly<Record<string, unknown>>;

/** A list behind a function that answers queries, and keeps them. */
function serving(answer: (query: Query) => AnyAnswer) {
  const queries: Query[] = [];
  const send = async (query: Query) => {
    queries.push(query);
    return answer(query);
  };
  const items = (list: List, query: Query = {}) => walk("GET /things", list, query, send);
  return { queries, items };
}

const page = (data: unknown): AnyAnswer => ({
  status: 200,
  data,
  error: undefined,
  response: Response.json(data),
});

const byPage: List = { items: "data", by: "page" };
const byCursor: List = { items: "things", by: "cursor" };

/** Three pages of two, one of them short. */
const paged = ({ page: number = 1 }: Query) =>
  page({
    data: [[1, 2], [3, 4], [5]][Number(number) - 1] ?? [],
    meta: { total_pages: 3 },
  });

/** The same by cursor; the second page is empty, and not the last. */
const cursored = ({ cursor }: Query) =>
  cursor === "c"
    ? page({ things: [3], next_cursor: null })
    : cursor === "b"
      ? page({ things: [], next_cursor: "c" })
      : page({ things: [1, 2], next_cursor: "b" });

test("a walk goes through all pages, with the same filters", async () => {
  const { items, queries } = serving(paged);
  const found = await Array.fromAsync(items(byPage, { status: "open" }));
  expect(found).toEqual([1, 2, 3, 4, 5]);
  expect(queries).toEqual([
    { status: "open" },
    { status: "open", page: 2 },
    { status: "open", page: 3 },
  ]);
});

test("a walk begins at the page that is given", async () => {
  const { items, queries } = serving(paged);
  expect(await Array.fromAsync(items(byPage, { page: 3 }))).toEqual([5]);
  expect(queries).toEqual([{ page: 3 }]);
});

test("a walk asks for a page only when its turn comes", async () => {
  const { items, queries } = serving(paged);
  for await (const item of items(byPage)) if (item === 2) break;
  expect(queries).toHaveLength(1);
});

test("an empty page is the last one, whatever the count says", async () => {
  const { items, queries } = serving(() => page({ data: [], meta: { total_pages: 9 } }));
  expect(await Array.fromAsync(items(byPage))).toEqual([]);
  expect(queries).toHaveLength(1);
});

test("a page without a count is the last one", async () => {
  const { items } = serving(() => page({ data: [1] }));
  expect(await Array.fromAsync(items(byPage))).toEqual([1]);
});

test("a walk follows cursors while there are any, over an empty page, too", async () => {
  const { items, queries } = serving(cursored);
  expect(await Array.fromAsync(items(byCursor, { limit: 2 }))).toEqual([1, 2, 3]);
  expect(queries).toEqual([{ limit: 2 }, { limit: 2, cursor: "b" }, { limit: 2, cursor: "c" }]);
});

test("a list that says nothing of a next cursor is at its end", async () => {
  const { items } = serving(() => page({ things: [1] }));
  expect(await Array.fromAsync(items(byCursor))).toEqual([1]);
});

test("a cursor that leads back ends the walk with an error", async () => {
  const { items } = serving(() => page({ things: [1], next_cursor: "b" }));
  await expect(Array.fromAsync(items(byCursor))).rejects.toThrow(
    "GET /things answered with a next_cursor that leads back",
  );
});

test("a page that cannot be had is an error with its answer, and the query that goes on there", async () => {
  const refusal = { error: { code: "rate_limited" } };
  const refused: AnyAnswer = {
    status: 429,
    data: undefined,
    error: refusal,
    response: Response.json(refusal, { status: 429 }),
  };
  const { items } = serving((query) => (query.page === 2 ? refused : paged(query)));
  const found: unknown[] = [];
  const walked = (async () => {
    for await (const item of items(byPage, { status: "open" })) found.push(item);
  })();
  await expect(walked).rejects.toMatchObject({
    name: "PageError",
    message: "GET /things answered 429, and no page of items",
    answer: refused,
    query: { status: "open", page: 2 },
    cause: refusal,
  });
  expect(found).toEqual([1, 2]);
});

test("an answer without the items is an error, and not an empty list", async () => {
  const { items } = serving(() => page({ items: [] }));
  await expect(Array.fromAsync(items(byPage))).rejects.toThrow(/answered 200, and no page/);
});
