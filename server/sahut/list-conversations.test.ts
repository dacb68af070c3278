import { describe, expect, test } from "vitest";
import type { ConversationList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

async function open() {
  const server = await serve({ clock: testClock() });
  const call = caller(server.sahut.url, server.sahut.demo.key);
  const list = (query = "") => call<ConversationList>("GET", `/conversations${query}`);
  return { ...server.sahut, call, list };
}

/** Every conversation, page by page. */
async function walk(list: Awaited<ReturnType<typeof open>>["list"], perPage: number) {
  const first = (await list(`?per_page=${perPage}`)).body;
  const rest = Array.from({ length: first.meta.total_pages - 1 }, (_, index) =>
    list(`?per_page=${perPage}&page=${index + 2}`),
  );
  return [first, ...(await Promise.all(rest)).map(({ body }) => body)].flatMap(({ data }) => data);
}

describe("paging", () => {
  test("gives the first 25 unless told otherwise", async () => {
    const { list } = await open();
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.data).toHaveLength(25);
    expect(body.meta).toEqual({ total: 133, page: 1, per_page: 25, total_pages: 6 });
  });

  test("gives every conversation once, at every page size", async () => {
    const { list } = await open();
    const ids = (await walk(list, 100)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(133);
    expect((await walk(list, 7)).map(({ id }) => id)).toEqual(ids);
  });

  test("goes from the latest change to the oldest, and by id where they are equal", async () => {
    const { list } = await open();
    const all = await walk(list, 100);
    const sorted = all.toSorted(
      (a, b) => compare(b.updated_at, a.updated_at) || compare(a.id, b.id),
    );
    expect(all).toEqual(sorted);
    expect(new Set(all.map(({ updated_at }) => updated_at)).size).toBeLessThan(all.length);
  });

  test("a page that no database counts up to is refused", async () => {
    const { list } = await open();
    const { status } = await list("?page=1e300");
    expect(status).toBe(422);
  });

  test("past the last page is empty, with the usual meta", async () => {
    const { list } = await open();
    for (const page of [7, 99, 1e15]) {
      const { status, body } = await list(`?page=${encodeURIComponent(page)}`);
      expect(status).toBe(200);
      expect(body).toEqual({
        data: [],
        meta: { total: 133, page, per_page: 25, total_pages: 6 },
      });
    }
  });

  test.each(["page=0", "page=-1", "per_page=0", "per_page=-5", "per_page=101"])(
    "refuses %s with 422",
    async (query) => {
      const { list } = await open();
      const reply = await list(`?${query}`);
      expect(reply.status).toBe(422);
      expect(reply.body).toEqual(sahutError(422, "validation_error"));
    },
  );

  test.each(["page=two", "page=1.5", "page=", "per_page=ten", "page=1&page=2"])(
    "refuses %s, which is no number, with 400",
    async (query) => {
      const { list } = await open();
      const reply = await list(`?${query}`);
      expect(reply.status).toBe(400);
      expect(reply.body).toEqual(sahutError(400, "bad_request"));
    },
  );
});

test("a conversation looks like the documentation's example", async () => {
  const { list } = await open();
  const { body } = await list("?status=open&per_page=1");
  expect(body.data).toEqual([
    {
      id: "conv_01HX2B9K3M5N7P",
      status: "open",
      channel: { id: "ch_01HX1A8J2L4M6N", type: "whatsapp", name: "WhatsApp Utama" },
      contact: { id: "ct_01HX3C0L4N6P8Q", name: "Budi Santoso", phone: "+628123456789" },
      assignee: { id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" },
      labels: ["follow-up"],
      created_at: "2024-03-15T08:30:00Z",
      updated_at: "2024-03-15T09:15:00Z",
    },
  ]);
});

test("what is missing is null: the assignee, and the contact's phone", async () => {
  const { list } = await open();
  const all = await walk(list, 100);
  expect(all.some(({ assignee }) => assignee === null)).toBe(true);
  expect(all.some(({ contact }) => contact.phone === null)).toBe(true);
});

test("another workspace sees its own conversations alone", async () => {
  const { url, demo } = await open();
  const other = caller(url, demo.otherWorkspaceKey);
  const { body } = await other<ConversationList>("GET", "/conversations");
  expect(body.meta.total).toBe(3);
  expect(body.data.every(({ contact }) => contact.name === "Wayan Sudana")).toBe(true);
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
