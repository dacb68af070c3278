import { describe, expect, test } from "vitest";
import type { Conversation, ConversationList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve } from "../testing.ts";

async function open() {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.key);
  const list = (query: string) => call<ConversationList>("GET", `/conversations?${query}`);
  /** Every conversation that a query gives, over all pages. */
  async function all(query: string): Promise<Conversation[]> {
    const pages = await Promise.all(
      [1, 2].map((page) => list(`${query}&per_page=100&page=${page}`)),
    );
    return pages.flatMap(({ body }) => body.data);
  }
  return { ...sahut, list, all };
}

describe("a filter gives what it names, all of it, and nothing else", () => {
  const filters: [string, (conversation: Conversation) => boolean][] = [
    ["status=open", ({ status }) => status === "open"],
    ["status=pending", ({ status }) => status === "pending"],
    ["status=resolved", ({ status }) => status === "resolved"],
    ["status=snoozed", ({ status }) => status === "snoozed"],
    ["channel_id=ch_01HX1B9K3M5N7P", ({ channel }) => channel.id === "ch_01HX1B9K3M5N7P"],
    ["assignee_id=usr_01HX0Z7I1K3L5M", ({ assignee }) => assignee?.name === "Sari Dewi"],
    ["assignee_id=unassigned", ({ assignee }) => assignee === null],
    [
      "status=open&assignee_id=unassigned",
      ({ status, assignee }) => status === "open" && assignee === null,
    ],
    [
      "status=resolved&channel_id=ch_01HX1A8J2L4M6N&assignee_id=usr_01HX0Z8J2L4M6N",
      ({ status, channel, assignee }) =>
        status === "resolved" && channel.type === "whatsapp" && assignee?.name === "Andi Pratama",
    ],
  ];
  test.each(filters)("%s", async (query, fits) => {
    const { all, list } = await open();
    const expected = (await all("")).filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(await all(query)).toEqual(expected);
    expect((await list(query)).body.meta.total).toBe(expected.length);
  });
});

test.each([
  "channel_id=ch_unknown",
  "channel_id=",
  "channel_id=CH_01HX1B9K3M5N7P",
  "channel_id=ch_01HX1D1M5O7Q9R",
  "assignee_id=usr_unknown",
  "assignee_id=Unassigned",
])("%s fits nothing: an empty list", async (query) => {
  const { list } = await open();
  const { status, body } = await list(query);
  expect(status).toBe(200);
  expect(body).toEqual({ data: [], meta: { total: 0, page: 1, per_page: 25, total_pages: 0 } });
});

test.each(["status=closed", "status=Open", "status="])("%s is refused with 422", async (query) => {
  const { list } = await open();
  const reply = await list(query);
  expect(reply.status).toBe(422);
  expect(reply.body).toEqual(sahutError(422, "validation_error"));
});
