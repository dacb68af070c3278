import { expect, test } from "vitest";
import { createSahutClient } from "../generated/sahut/client.ts";
import { createSarufiClient } from "../generated/sarufi/client.ts";
import { serve } from "./testing.ts";

test("Sarufi's client walks conversations and their messages to the end, each once", async () => {
  const { sarufi } = await serve();
  const { key, chatbotId: chatbot_id } = sarufi.demo;
  const client = createSarufiClient({ key, baseUrl: sarufi.url });
  const chatbot = { path: { chatbot_id } };
  const conversations = "/chatbots/{chatbot_id}/conversations";
  const all = await Array.fromAsync(
    client.pages(conversations, { params: { ...chatbot, query: { limit: 20 } } }),
    ({ id }) => id,
  );
  const atOnce = await client.GET(conversations, { params: { ...chatbot, query: { limit: 67 } } });
  expect(all).toEqual(atOnce.data?.conversations.map(({ id }) => id));
  expect(all.length).toBeGreaterThan(40);

  const path = { chatbot_id, conversation_id: "01HX1A0000C0NV000000000000" };
  const long = await Array.fromAsync(
    client.pages("/chatbots/{chatbot_id}/conversations/{conversation_id}/messages", {
      params: { path },
    }),
  );
  expect(new Set(long.map(({ id }) => id)).size).toBe(70);
});

test("Sahut's client walks contacts to the end, each once", async () => {
  const { sahut } = await serve();
  const client = createSahutClient({ key: sahut.demo.key, baseUrl: sahut.url });
  const query = { per_page: 7 };
  const ids = await Array.fromAsync(
    client.pages("/contacts", { params: { query } }),
    ({ id }) => id,
  );
  const { data } = await client.GET("/contacts", { params: { query } });
  expect(new Set(ids).size).toBe(data?.meta.total);
  expect(ids.length).toBeGreaterThan(25);
});
