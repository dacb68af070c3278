import { describe, expect, test } from "vitest";
import type { ContactList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve } from "../testing.ts";

async function open() {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.key);
  const list = (query = "") => call<ContactList>("GET", `/contacts${query}`);
  const names = async (query: string) => (await list(query)).body.data.map(({ name }) => name);
  return { ...sahut, call, list, names };
}

describe("paging", () => {
  test("gives the first 25 unless told otherwise", async () => {
    const { list } = await open();
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.data).toHaveLength(25);
    expect(body.meta).toEqual({ total: 32, page: 1, per_page: 25, total_pages: 2 });
  });

  test("gives every contact once, the newest first", async () => {
    const { list } = await open();
    const all = (await list("?per_page=100")).body.data;
    const parts = await Promise.all([1, 2, 3, 4, 5].map((n) => list(`?per_page=7&page=${n}`)));
    expect(parts.flatMap(({ body }) => body.data)).toEqual(all);
    const times = all.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test.each(["1e999", "1e300", "9007199254740992"])("refuses page %s with 422", async (page) => {
    const { sahut } = await serve();
    const call = caller(sahut.url, sahut.demo.key);
    expect((await call("GET", `/contacts?page=${page}`)).status).toBe(422);
  });

  test("past the last page is empty, with the usual meta", async () => {
    const { list } = await open();
    const { body } = await list("?page=9");
    expect(body).toEqual({ data: [], meta: { total: 32, page: 9, per_page: 25, total_pages: 2 } });
  });
});

describe("q", () => {
  test("finds the documented contact and its meta", async () => {
    const { list } = await open();
    const { body } = await list("?q=budi&per_page=5");
    expect(body.data).toMatchObject([{ id: "ct_01HX3C0L4N6P8Q", company: "PT Contoh Indonesia" }]);
    expect(body.meta).toEqual({ total: 1, page: 1, per_page: 5, total_pages: 1 });
  });

  test.each([
    ["a name", "TI rah", ["Siti Rahma"]],
    ["the middle of a phone number", "98765432", ["Siti Rahma"]],
    ["an email", "Siti@Example", ["Siti Rahma"]],
    ["no company", "Contoh", []],
    ["what is a wildcard elsewhere", "%", []],
    ["nothing, which is every contact of the page", "", expect.objectContaining({ length: 25 })],
  ])("finds contacts by %s", async (_, q, expected) => {
    const { names } = await open();
    expect(await names(`?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  test("finds letters outside ASCII in either case", async () => {
    const { call, names } = await open();
    await call("POST", "/contacts", { name: "Émile Öz" });
    expect(await names(`?q=${encodeURIComponent("éMILE ö")}`)).toEqual(["Émile Öz"]);
  });
});

describe("tag", () => {
  test.each([
    ["a first one", "pakar", ["Ahli"]],
    ["a later one", 'si "besar"', ["Ahli"]],
    ["no part of one", "besar", []],
    ["no other letter case", "Pakar", []],
    ["what is a wildcard elsewhere", "%", []],
  ])("lets through who has it: %s", async (_, tag, expected) => {
    const { call, names } = await open();
    await call("POST", "/contacts", { name: "Ahli", tags: ["pakar", 'si "besar"'] });
    expect(await names(`?tag=${encodeURIComponent(tag)}`)).toEqual(expected);
  });

  test("narrows what q finds", async () => {
    const { names } = await open();
    expect(await names("?q=siti&tag=prospect")).toEqual(["Siti Rahma"]);
    expect(await names("?q=siti&tag=reseller")).toEqual([]);
  });
});

test("another workspace has contacts of its own", async () => {
  const { url, demo } = await open();
  const call = caller(url, demo.otherWorkspaceKey);
  const { body } = await call<ContactList>("GET", "/contacts");
  expect(body.data.map(({ name }) => name)).toEqual(["Wayan Sudana"]);
  for (const method of ["GET", "PUT"]) {
    const reply = await call(
      method,
      `/contacts/${demo.contactId}`,
      method === "PUT" ? {} : undefined,
    );
    expect(reply.body).toEqual(sahutError(404, "not_found"));
  }
});
