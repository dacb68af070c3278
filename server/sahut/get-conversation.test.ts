import { expect, test } from "vitest";
import { caller, serve } from "../testing.ts";

const notFound = { error: { code: "not_found", message: "Conversation not found", status: 404 } };

test("a conversation is found by its id, and is the same as in the list", async () => {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.key);
  const list = await call<{ data: { id: string }[] }>("GET", "/conversations?per_page=5");
  for (const conversation of list.body.data) {
    const reply = await call("GET", `/conversations/${conversation.id}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ data: conversation });
  }
});

test.each(["conv_unknown", "conv_01hx2b9k3m5n7p", "1", "%00", "'%20OR%201=1"])(
  "an id that no conversation has is 404: %s",
  async (id) => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("GET", `/conversations/${id}`);
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual(notFound);
  },
);

test("another workspace's conversation is 404, to read, to change and to write in", async () => {
  const { sahut } = await serve();
  const other = caller(sahut.url, sahut.demo.otherWorkspaceKey);
  const path = `/conversations/${sahut.demo.conversationId}`;
  const replies = await Promise.all([
    other("GET", path),
    other("PATCH", path, { status: "resolved" }),
    other("GET", `${path}/messages`),
    other("POST", `${path}/messages`, { content: "Halo" }),
  ]);
  for (const reply of replies) {
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual(notFound);
  }
});
