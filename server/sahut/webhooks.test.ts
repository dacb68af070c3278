import { describe, expect, test } from "vitest";
import type { CreatedWebhookResult } from "../../generated/sahut/types.ts";
import type { ServerOptions } from "../main.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

const documented = {
  url: "https://yourserver.com/sahut-webhook",
  events: ["message.created", "conversation.resolved"],
};

async function open(options: ServerOptions = {}) {
  const { sahut } = await serve({ clock: testClock(), ...options });
  const call = caller(sahut.url, sahut.demo.key);
  const create = (body: object = documented) =>
    call<CreatedWebhookResult>("POST", "/webhooks", body);
  return { ...sahut, call, create };
}

test("a new webhook shows its address, its events and its secret", async () => {
  const { create } = await open();
  const { status, body } = await create();
  expect(status).toBe(201);
  expect(body.data).toEqual({
    ...documented,
    id: expect.stringMatching(/^wh_/),
    secret: expect.stringMatching(/^whsec_[0-9a-f]{48}$/),
    created_at: "2026-04-02T12:00:00Z",
  });
});

test("every webhook has a secret of its own, also for the same address", async () => {
  const { create } = await open();
  const secrets = [await create(), await create()].map(({ body }) => body.data.secret);
  expect(new Set(secrets).size).toBe(2);
});

test("a repeated event counts once", async () => {
  const { create } = await open();
  const { body } = await create({ ...documented, events: ["contact.created", "contact.created"] });
  expect(body.data.events).toEqual(["contact.created"]);
});

test.each([
  ["without an address", { url: undefined }, 400, "bad_request"],
  ["without events", { events: undefined }, 400, "bad_request"],
  ["with no event", { events: [] }, 422, "validation_error"],
  ["with an event that there is not", { events: ["message.read"] }, 422, "validation_error"],
  ["with a plain address", { url: "http://yourserver.com/" }, 422, "validation_error"],
  ["with an address of another kind", { url: "ftp://yourserver.com/" }, 422, "validation_error"],
  ["with no address at all", { url: "yourserver" }, 422, "validation_error"],
])("a webhook %s is refused", async (_, member, status, code) => {
  const { create } = await open();
  expect((await create({ ...documented, ...member })).body).toEqual(sahutError(status, code));
});

test("the refusal of a plain address says how it is allowed", async () => {
  const { create } = await open();
  const { body } = await create({ ...documented, url: "http://127.0.0.1:5000/" });
  expect(body).toMatchObject({ error: { message: expect.stringMatching(/--allow-private$/) } });
});

describe("a server that may send to private addresses", () => {
  test.each(["http://127.0.0.1:5000/", "https://localhost/hook"])("takes %s", async (url) => {
    const { create } = await open({ allowPrivate: true });
    expect((await create({ ...documented, url })).body.data.url).toBe(url);
  });

  test.each(["ftp://127.0.0.1/", "localhost:5000"])("refuses %s", async (url) => {
    const { create } = await open({ allowPrivate: true });
    expect((await create({ ...documented, url })).body).toEqual(
      sahutError(422, "validation_error"),
    );
  });
});

test("a webhook is deleted once, by its own workspace", async () => {
  const { call, create, url, demo } = await open();
  const { id } = (await create()).body.data;
  const path = `/webhooks/${id}`;
  const stranger = caller(url, demo.otherWorkspaceKey);
  expect((await stranger("DELETE", path)).body).toEqual(sahutError(404, "not_found"));
  expect(await call("DELETE", path)).toMatchObject({ status: 200, body: { data: { id } } });
  expect((await call("DELETE", path)).body).toEqual(sahutError(404, "not_found"));
});
