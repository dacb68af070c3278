import { expect, test } from "vitest";
import type { MessageList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve } from "../testing.ts";

/** A demo conversation with 120 messages. */
const LONG = "conv_01HXD000000003";

async function open() {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.key);
  const list = (id: string, query = "") =>
    call<MessageList>("GET", `/conversations/${id}/messages${query}`);
  return { ...sahut, call, list };
}

test("messages look like the documentation's example, the oldest first", async () => {
  const { list, demo } = await open();
  const { status, body } = await list(demo.conversationId);
  expect(status).toBe(200);
  expect(body).toEqual({
    data: [
      {
        id: "msg_01HX5E2N6P8R0S",
        type: "incoming",
        content: "Halo, saya ingin tanya tentang harga produk X",
        sender: { type: "contact", id: "ct_01HX3C0L4N6P8Q", name: "Budi Santoso" },
        attachments: [],
        created_at: "2024-03-15T08:30:00Z",
      },
      {
        id: "msg_01HX5F3O7Q9S1T",
        type: "outgoing",
        content: "Halo Budi! Untuk harga produk X, saat ini adalah Rp 150.000 per unit.",
        sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" },
        attachments: [],
        created_at: "2024-03-15T08:35:00Z",
      },
    ],
    meta: { total: 2, page: 1, per_page: 50, total_pages: 1 },
  });
});

test("a page holds 50 unless told otherwise, and the pages give each message once", async () => {
  const { list } = await open();
  const pages = await Promise.all([1, 2, 3, 4].map((page) => list(LONG, `?page=${page}`)));
  expect(pages.map(({ body }) => body.data.length)).toEqual([50, 50, 20, 0]);
  const all = pages.flatMap(({ body }) => body.data);
  expect(new Set(all.map(({ id }) => id)).size).toBe(120);
  const times = all.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted());
  expect(pages[0]?.body.meta).toEqual({ total: 120, page: 1, per_page: 50, total_pages: 3 });
});

test("messages of one second stay in the order they were sent", async () => {
  const { call, list, demo } = await open();
  const path = `/conversations/${demo.conversationId}/messages`;
  const words = Array.from({ length: 12 }, (_, index) => `message ${index}`);
  for (const content of words) await call("POST", path, { content });
  const { body } = await list(demo.conversationId, "?per_page=100");
  expect(body.data.slice(2).map(({ content }) => content)).toEqual(words);
});

test("an attachment has its address, its type and its name", async () => {
  const { list } = await open();
  const { body } = await list("conv_01HXD000000008");
  expect(body.data[0]?.attachments).toEqual([
    {
      url: "https://files.example.com/foto-8.jpg",
      content_type: "image/jpeg",
      file_name: "foto-8.jpg",
    },
  ]);
});

test.each([
  ["page=0", 422, "validation_error"],
  ["per_page=101", 422, "validation_error"],
  ["per_page=0", 422, "validation_error"],
  ["page=x", 400, "bad_request"],
])("%s is refused with %i", async (query, status, code) => {
  const { list, demo } = await open();
  const reply = await list(demo.conversationId, `?${query}`);
  expect(reply.status).toBe(status);
  expect(reply.body).toEqual(sahutError(status, code));
});

test("the messages of an unknown conversation are 404", async () => {
  const { list } = await open();
  const reply = await list("conv_unknown");
  expect(reply.body).toEqual({
    error: { code: "not_found", message: "Conversation not found", status: 404 },
  });
});
