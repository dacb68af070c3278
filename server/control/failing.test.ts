import { describe, expect, test } from "vitest";
import { sahutError, testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

describe("a failure", () => {
  test("is answered by the next call in the API's words, and by no other", async () => {
    const { control, inbox } = await openBench();
    const asked = await control("POST", "/failures", { api: "sahut" });
    expect(asked).toMatchObject({
      status: 201,
      body: { api: "sahut", status: 500, times: 1 },
    });
    const failed = await inbox("GET", "/conversations");
    expect([failed.status, failed.body]).toEqual([500, sahutError(500, "server_error")]);
    expect((await inbox("GET", "/conversations")).status).toBe(200);
  });

  test("at the chat says that the message was not processed, and nothing was", async () => {
    const { control, bot, sarufi } = await openBench({ clock: testClock() });
    const sessions = `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`;
    const { body } = await bot<{ session_id: string }>("POST", sessions);
    const say = () => bot("POST", `${sessions}/${body.session_id}/messages`, { message: "faq" });
    const failure = { api: "sarufi", operation_id: "sendChatMessage", times: 2 };
    await control("POST", "/failures", failure);
    for (let times = 0; times < 2; times += 1) {
      expect(await say()).toMatchObject({
        status: 500,
        body: { detail: "Message processing failed" },
      });
    }
    const history = `/chatbots/${sarufi.demo.chatbotId}/conversations/${body.session_id}/messages`;
    const before = await bot<{ messages: unknown[] }>("GET", history);
    expect(before.body.messages).toHaveLength(1);
    expect((await say()).body).toMatchObject({ current_state: "faq_menu" });
  });

  test("of one operation leaves the others and the other API alone", async () => {
    const { control, inbox, bot } = await openBench();
    await control("POST", "/failures", { api: "sahut", operation_id: "listContacts" });
    expect((await inbox("GET", "/conversations")).status).toBe(200);
    expect((await bot("GET", "/me")).status).toBe(200);
    expect((await inbox("GET", "/contacts")).status).toBe(500);
  });

  test("with 429 brings the header that goes with it", async () => {
    const { control, inbox } = await openBench();
    await control("POST", "/failures", { api: "sahut", status: 429 });
    const reply = await inbox("GET", "/conversations");
    expect([reply.status, reply.headers.get("Retry-After")]).toEqual([429, "30"]);
  });

  test("without an operation waits for one that documents its status", async () => {
    const { control, bot, sarufi } = await openBench();
    await control("POST", "/failures", { api: "sarufi", status: 402 });
    expect((await bot("GET", "/me")).status).toBe(200);
    const chatbot = { name: "Another", category: "support" };
    expect((await bot("POST", "/chatbots", chatbot)).status).toBe(402);
    expect((await bot("GET", `/chatbots/${sarufi.demo.chatbotId}`)).status).toBe(200);
  });

  test("comes before a later one, and goes when all are cleared", async () => {
    const { control, inbox } = await openBench();
    await control("POST", "/failures", { api: "sahut", status: 403 });
    await control("POST", "/failures", { api: "sahut", times: 5 });
    const statuses = [];
    for (let times = 0; times < 2; times += 1) {
      statuses.push((await inbox("GET", "/conversations")).status);
    }
    expect((await control("DELETE", "/failures")).status).toBe(204);
    statuses.push((await inbox("GET", "/conversations")).status);
    expect(statuses).toEqual([403, 500, 200]);
  });
});

test.each([
  [
    { api: "sarufi", operation_id: "sendChatMesage" },
    "operation_id: sarufi has no operation sendChatMesage; did you mean sendChatMessage?",
  ],
  [{ api: "sahat" }, "api must be one of sahut, sarufi"],
  [{ api: "sahut", times: 0 }, "times must be >= 1"],
  [{ api: "sahut", status: 200 }, "status must be >= 400"],
  [
    { api: "sahut", operation_id: "listContacts", status: 410 },
    "status must be one of 400, 401, 403, 404, 422, 429, 500: the errors that are documented",
  ],
])("a failure of %j is refused: %s", async (body, message) => {
  const { control, inbox } = await openBench();
  expect(await control("POST", "/failures", body)).toMatchObject({
    status: 400,
    body: { message },
  });
  expect((await inbox("GET", "/contacts")).status).toBe(200);
});
