import { describe, expect, test } from "vitest";
import type { ConversationList } from "../../generated/sahut/types.ts";
import { caller, serve } from "../testing.ts";

describe("the Sahut demo", () => {
  test("has two pairs of a contact and a channel with nothing open between them", async () => {
    const { sahut } = await serve();
    const { key, contactId, channelId, whatsappContactId, whatsappChannelId } = sahut.demo;
    const call = caller(sahut.url, key);
    for (const [channel, contact] of [
      [channelId, contactId],
      [whatsappChannelId, whatsappContactId],
    ]) {
      const query = `status=open&per_page=100&channel_id=${channel}`;
      const { body } = await call<ConversationList>("GET", `/conversations?${query}`);
      expect(body.data.length).toBeGreaterThan(0);
      expect(body.data.map((conversation) => conversation.contact.id)).not.toContain(contact);
    }
  });

  test("names agents, a team and a template that there are", async () => {
    const { sahut } = await serve();
    const { demo } = sahut;
    const call = caller(sahut.url, demo.key);
    const path = `/conversations/${demo.conversationId}`;
    for (const assignee_id of demo.agentIds) {
      expect((await call("PATCH", path, { assignee_id })).status).toBe(200);
    }
    expect((await call("PATCH", path, { team_id: demo.teamId })).status).toBe(200);
    const { templateId: template_id, templateVariables: template_variables } = demo;
    const sent = await call("POST", `${path}/messages`, { template_id, template_variables });
    expect(sent.status).toBe(201);
  });
});

test("the demo data is the same at every start of one moment", async () => {
  const lists = await Promise.all(
    [await serve(), await serve()].map(({ sahut }) =>
      caller(sahut.url, sahut.demo.key)("GET", "/conversations?per_page=100"),
    ),
  );
  expect(lists[0]?.body).toEqual(lists[1]?.body);
});
