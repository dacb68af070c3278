import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { validators as sahut } from "../generated/sahut/validators.js";
import { validators as sarufi, type Validator } from "../generated/sarufi/validators.js";

/** The problems that a validator finds: where, and which rule; none for a value that fits. */
function problems(validate: Validator<unknown>, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
}

const conversation = {
  id: "conv_1",
  status: "open",
  channel: { id: "ch_1", type: "whatsapp", name: "Main" },
  contact: { id: "ct_1", name: "Budi" },
  labels: [],
  created_at: "2024-03-15T08:30:00Z",
  updated_at: "2024-03-15T08:30:00Z",
};
const session = { session_id: "s", channel: "api", created_at: "2026-04-02T12:00:00Z" };

test.each(["sahut", "sarufi"])("the validators of %s are imported by Node itself", async (api) => {
  const url = new URL(`../generated/${api}/validators.js`, import.meta.url);
  const script = `import { validators } from ${JSON.stringify(url)};
    console.log(Object.values(validators).every((each) => each.query({})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", script]);
  expect(stdout).toBe("true\n");
});

describe("query parameters", () => {
  test("become the types that the contract names", () => {
    const query = { page: "2", per_page: "100", status: "open" };
    expect(problems(sahut.listConversations.query, query)).toEqual([]);
    expect(query).toEqual({ page: 2, per_page: 100, status: "open" });
  });

  test("get the default of their own operation", () => {
    const [conversations, messages] = [{}, {}];
    sahut.listConversations.query(conversations);
    sahut.listMessages.query(messages);
    expect(conversations).toEqual({ page: 1, per_page: 25 });
    expect(messages).toEqual({ page: 1, per_page: 50 });
  });

  test.each([
    [{ per_page: "101" }, "/per_page maximum"],
    [{ per_page: "0" }, "/per_page minimum"],
    [{ page: "1.5" }, "/page type"],
    [{ page: "" }, "/page type"],
    [{ page: "one" }, "/page type"],
    [{ status: "closed" }, "/status enum"],
    [{ status: ["open", "pending"] }, "/status type"],
  ])("%j is refused", (query, problem) => {
    expect(problems(sahut.listConversations.query, { ...query })).toContain(problem);
  });

  test("that the contract does not name are let through", () => {
    expect(problems(sahut.listConversations.query, { colour: "red" })).toEqual([]);
  });
});

describe("request bodies", () => {
  test("are accepted when they say what they must", () => {
    const body = { contact_id: "ct_1", channel_id: "ch_1", message: { template_id: "t" } };
    expect(problems(sahut.createConversation.body, body)).toEqual([]);
    expect(problems(sahut.updateConversation.body, { assignee_id: null })).toEqual([]);
  });

  test("are refused with every problem, not only the first", () => {
    const body = { channel_id: 7, message: { content: 1 } };
    expect(problems(sahut.createConversation.body, body)).toEqual([
      " required",
      "/channel_id type",
      "/message/content type",
    ]);
  });

  test("keep their types and get no defaults", () => {
    expect(problems(sarufi.sendChatMessage.body, { message: 5 })).toEqual(["/message type"]);
    const body = { message: "Hello" };
    sarufi.sendChatMessage.body(body);
    expect(body).toEqual({ message: "Hello" });
  });

  test("need a text or a template", () => {
    expect(problems(sahut.sendMessage.body, { private: true })).toContain(" anyOf");
    expect(problems(sahut.sendMessage.body, { template_id: "t", private: true })).toEqual([]);
  });

  // Each of these is two UTF-16 units and one code point.
  test.each([
    [4096, []],
    [4097, ["/message maxLength"]],
  ])("with %d characters outside the basic plane are counted as such", (length, found) => {
    expect(problems(sarufi.sendChatMessage.body, { message: "😀".repeat(length) })).toEqual(found);
  });
});

describe("responses", () => {
  test("are judged by their own status", () => {
    const error = { error: { code: "not_found", message: "Gone", status: 404 } };
    expect(problems(sahut.getConversation.responses["404"], error)).toEqual([]);
    expect(problems(sahut.getConversation.responses["401"], error)).toEqual([
      "/error/code const",
      "/error/status const",
    ]);
  });

  test("may carry members that the contract does not name", () => {
    const body = { data: { ...conversation, priority: "high" } };
    expect(problems(sahut.getConversation.responses["200"], body)).toEqual([]);
  });

  test.each(["2024-02-30T08:30:00Z", "2024-03-15", "yesterday", 1710491400])(
    "with %j as a timestamp are refused",
    (created_at) => {
      const body = { data: { ...conversation, created_at } };
      expect(problems(sahut.getConversation.responses["200"], body)).toHaveLength(1);
    },
  );

  test("with a message of unknown type are refused once, with the tag", () => {
    const body = { ...session, messages: [{ type: "hologram", text: "Hi" }] };
    const validate: Validator<unknown> = sarufi.createChatSession.responses["201"];
    expect(validate(body)).toBe(false);
    expect(validate.errors).toMatchObject([
      { instancePath: "/messages/0", params: { tag: "type", tagValue: "hologram" } },
    ]);
  });

  test("with a message that lacks a member are judged by that message's type alone", () => {
    const body = { ...session, messages: [{ type: "image" }, { type: "text", text: "Hi" }] };
    const validate: Validator<unknown> = sarufi.createChatSession.responses["201"];
    expect(validate(body)).toBe(false);
    expect(validate.errors).toMatchObject([
      { instancePath: "/messages/0", params: { missingProperty: "media_url" } },
    ]);
  });

  test("know both tags of a spoken message", () => {
    const spoken = { id: "m", content: "Hi", attachments: [], created_at: "2024-03-15T08:30:00Z" };
    const sender = { type: "agent", id: "usr_1", name: "Sari" };
    for (const type of ["incoming", "outgoing"]) {
      const body = { data: { ...spoken, type, sender } };
      expect(problems(sahut.sendMessage.responses["201"], body)).toEqual([]);
      const anonymous = { data: { ...spoken, type } };
      expect(problems(sahut.sendMessage.responses["201"], anonymous)).toEqual(["/data required"]);
    }
    expect(
      problems(sahut.sendMessage.responses["201"], { data: { ...spoken, type: "activity" } }),
    ).toEqual([]);
  });
});
