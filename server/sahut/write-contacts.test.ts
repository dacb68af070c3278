import { describe, expect, test } from "vitest";
import type {
  ContactResult,
  Conversation,
  CreatedContactResult,
} from "../../generated/sahut/types.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

async function open() {
  const { sahut } = await serve({ clock: testClock() });
  const call = caller(sahut.url, sahut.demo.key);
  const create = (body: object) => call<CreatedContactResult>("POST", "/contacts", body);
  const read = async (id: string) =>
    (await call<ContactResult>("GET", `/contacts/${id}`)).body.data;
  const put = (id: string, body: object) => call<ContactResult>("PUT", `/contacts/${id}`, body);
  return { ...sahut, call, create, read, put };
}

const documented = {
  name: "Siti Rahma",
  phone: "+628987654321",
  email: "siti@example.com",
  tags: ["prospect"],
  custom_attributes: { customer_tier: "silver" },
};

describe("a new contact", () => {
  test("has what it was given, and null for what was left out", async () => {
    const { create, read } = await open();
    const { status, body } = await create(documented);
    expect(status).toBe(201);
    expect(body.data).toEqual({
      ...documented,
      id: expect.stringMatching(/^ct_/),
      company: null,
      created_at: "2026-04-02T12:00:00Z",
    });
    expect(await read(body.data.id)).toEqual(body.data);
  });

  test("needs a name and nothing else", async () => {
    const { create } = await open();
    const { body } = await create({ name: "Budi" });
    expect(body.data).toMatchObject({
      email: null,
      phone: null,
      company: null,
      tags: [],
      custom_attributes: {},
    });
    expect((await create({ phone: "+628123456789" })).body).toEqual(sahutError(400, "bad_request"));
  });

  test("may share phone and email with another one", async () => {
    const { create } = await open();
    await create(documented);
    expect((await create(documented)).status).toBe(201);
  });

  test.each([{ phone: "08123456789" }, { phone: "+0812" }, { email: "budi" }, { email: "" }])(
    "is refused with 422 with %j",
    async (member) => {
      const { create } = await open();
      const { body } = await create({ name: "Budi", ...member });
      expect(body).toEqual(sahutError(422, "validation_error"));
    },
  );

  test("can be talked to", async () => {
    const { create, call, demo } = await open();
    const contact = (await create(documented)).body.data;
    const body = { contact_id: contact.id, channel_id: demo.channelId };
    const made = await call<{ data: Conversation }>("POST", "/conversations", body);
    const { id, name, phone } = contact;
    expect(made.body.data.contact).toEqual({ id, name, phone });
  });
});

describe("a change", () => {
  const changes: [string, object, object][] = [
    ["of nothing changes nothing", {}, {}],
    ["of one member leaves the others", { company: "PT Baru" }, { company: "PT Baru" }],
    ["of tags replaces them", { tags: ["b", "a", "b"] }, { tags: ["b", "a"] }],
    [
      "of attributes replaces them",
      { custom_attributes: { a: 1 } },
      { custom_attributes: { a: 1 } },
    ],
    ["to null clears", { phone: null, email: null }, { phone: null, email: null }],
    ["of a name", { name: "Siti R." }, { name: "Siti R." }],
  ];
  test.each(changes)("%s", async (_, change, result) => {
    const { create, read, put } = await open();
    const before = (await create(documented)).body.data;
    const { status, body } = await put(before.id, change);
    expect(status).toBe(200);
    expect(body.data).toEqual({ ...before, ...result });
    expect(await read(before.id)).toEqual(body.data);
  });

  test("is found by what it has become", async () => {
    const { call, put, demo } = await open();
    await put(demo.contactId, { name: "Dewi", email: "dewi@example.com" });
    for (const [q, total] of [
      ["dewi@", 1],
      ["siti@", 0],
    ]) {
      expect((await call("GET", `/contacts?q=${q}`)).body).toMatchObject({ meta: { total } });
    }
  });

  test.each([
    ["a name of null", { name: null }, 400, "bad_request"],
    ["tags that are no list", { tags: "vip" }, 400, "bad_request"],
    ["a phone number without a country", { phone: "0812" }, 422, "validation_error"],
  ])("refuses %s, and then changes nothing", async (_, change, status, code) => {
    const { put, read, demo } = await open();
    const before = await read(demo.contactId);
    expect((await put(demo.contactId, { company: "X", ...change })).body).toEqual(
      sahutError(status, code),
    );
    expect(await read(demo.contactId)).toEqual(before);
  });

  test("needs a contact that there is", async () => {
    const { put } = await open();
    expect((await put("ct_unknown", {})).body).toEqual(sahutError(404, "not_found"));
  });
});
