import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import contract from "../../generated/sahut/contract.json" with { type: "json" };
import type {
  ConversationResult,
  MessageList,
  MessageResult,
} from "../../generated/sahut/types.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

async function open() {
  const clock = testClock();
  const { sahut } = await serve({ clock });
  const call = caller(sahut.url, sahut.demo.key);
  const path = `/conversations/${sahut.demo.conversationId}`;
  const send = (body: object) => call<MessageResult>("POST", `${path}/messages`, body);
  const list = async () => (await call<MessageList>("GET", `${path}/messages`)).body.data;
  const read = async () => (await call<ConversationResult>("GET", path)).body.data;
  return { ...sahut, clock, call, send, list, read };
}

test("a text goes out, from the key's bot, and is the last in the list", async () => {
  const { send, list } = await open();
  const reply = await send({ content: "Terima kasih telah menghubungi kami." });
  expect(reply.status).toBe(201);
  expect(reply.body.data).toEqual({
    id: expect.stringMatching(/^msg_[0-9A-Z]{26}$/),
    type: "outgoing",
    content: "Terima kasih telah menghubungi kami.",
    sender: { type: "bot", id: "bot_01HX0K1A2B3C4D", name: "Order desk" },
    attachments: [],
    created_at: "2026-04-02T12:00:00Z",
  });
  expect((await list()).at(-1)).toEqual(reply.body.data);
});

test.each(["", " spaces ", "naïve 👋🏽", "line\nline", "nul \u0000 nul", "half \ud83d pair"])(
  "the text comes back as it was sent: %j",
  async (content) => {
    const { send, list } = await open();
    const reply = await send({ content });
    expect(reply.body.data.content).toBe(content.toWellFormed());
    expect((await list()).at(-1)?.content).toBe(content.toWellFormed());
  },
);

test("a message moves updated_at, and leaves status, assignee and created_at alone", async () => {
  const { send, read, clock } = await open();
  const before = await read();
  clock.advance(90_000);
  await send({ content: "Halo" });
  expect(await read()).toEqual({ ...before, updated_at: "2026-04-02T12:01:30Z" });
});

test("a private note is listed as outgoing, and shows nothing of being private", async () => {
  const { send, list } = await open();
  const { status, body } = await send({ content: "Only for us", private: true });
  expect(status).toBe(201);
  expect(body.data.type).toBe("outgoing");
  expect(Object.keys(body.data)).not.toContain("private");
  expect((await list()).at(-1)).toEqual(body.data);
});

test("a message that does not say so is a note, or none, as the contract's default has it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, "inbox.sqlite");
  const { sahut } = await serve({ data });
  const path = `/conversations/${sahut.demo.conversationId}/messages`;
  const call = caller(sahut.url, sahut.demo.key);
  const { default: otherwise } = contract.components.schemas.NewMessage.properties.private;
  const sent = [{}, { private: false }, { private: true }];
  const replies = sent.map((more) =>
    call<MessageResult>("POST", path, { content: "Halo", ...more }),
  );
  const ids = (await Promise.all(replies)).map(({ body }) => body.data.id);
  const database = new DatabaseSync(data, { readOnly: true });
  onTestFinished(() => database.close());
  const row = database.prepare("SELECT private FROM sahut_messages WHERE id = ?");
  expect(ids.map((id) => row.get(id)?.private)).toEqual([Number(otherwise), 0, 1]);
});

describe("a template", () => {
  test("goes out with its variables filled in", async () => {
    const { send, demo } = await open();
    const { templateId: template_id, templateVariables: template_variables } = demo;
    const { status, body } = await send({ template_id, template_variables });
    expect(status).toBe(201);
    expect(body.data.content).toBe(
      "Halo Budi, pesanan ORD-12345 senilai Rp 450.000 sudah kami terima.",
    );
  });

  test("takes numbers and any text as they are, and ignores what has no place", async () => {
    const { send, demo } = await open();
    const { body } = await send({
      template_id: demo.templateId,
      template_variables: { customer_name: "{{total}} $1", order_id: 7, total: "0", colour: "red" },
    });
    expect(body.data.content).toBe("Halo {{total}} $1, pesanan 7 senilai 0 sudah kami terima.");
  });

  test.each([
    ["without its variables", undefined],
    ["without one of them", { customer_name: "Budi", order_id: "ORD-1" }],
    [
      "with one that is inherited",
      { customer_name: "Budi", order_id: "1", __proto__: { total: "2" } },
    ],
    ["with one that is an object", { customer_name: {}, order_id: "1", total: "2" }],
  ])("is refused with 422 %s", async (_, template_variables) => {
    const { send, demo } = await open();
    const reply = await send({ template_id: demo.templateId, template_variables });
    expect(reply.status).toBe(422);
    expect(reply.body).toEqual(sahutError(422, "validation_error"));
  });
});

describe("is refused, and nothing is sent", () => {
  const wrong: [object, number][] = [
    [{}, 422],
    [{ private: true }, 422],
    [{ template_variables: { name: "Budi" } }, 422],
    [{ template_id: "tmpl_unknown" }, 422],
    [{ content: "Halo", template_id: "tmpl_order_confirmation" }, 422],
    [{ content: 5 }, 400],
    [{ content: null }, 400],
    [{ content: "Halo", private: "yes" }, 400],
    [{ template_id: "tmpl_order_confirmation", template_variables: "Budi" }, 400],
  ];
  test.each(wrong)("%j with %i", async (body, status) => {
    const { send, list } = await open();
    const reply = await send(body);
    expect(reply.status).toBe(status);
    const code = status === 400 ? "bad_request" : "validation_error";
    expect(reply.body).toEqual(sahutError(status, code));
    expect(await list()).toHaveLength(2);
  });
});

test("sending to an unknown conversation is 404", async () => {
  const { call } = await open();
  const reply = await call("POST", "/conversations/conv_unknown/messages", { content: "Halo" });
  expect(reply.status).toBe(404);
});
