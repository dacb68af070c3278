import { expect, test } from "vitest";
import { openBench } from "./testing.ts";

test("a closed session answers 410, and its conversation is CLOSED", async () => {
  const { control, bot, sarufi } = await openBench();
  const chatbot = `/chatbots/${sarufi.demo.chatbotId}`;
  const [session, other] = [
    await bot<{ session_id: string }>("POST", `${chatbot}/chat/sessions`),
    await bot<{ session_id: string }>("POST", `${chatbot}/chat/sessions`),
  ].map(({ body }) => body.session_id);
  const say = (id: string | undefined) =>
    bot("POST", `${chatbot}/chat/sessions/${id}/messages`, { message: "faq" });

  const closed = await control("POST", `/sarufi/sessions/${session}/close`);
  expect([closed.status, closed.body]).toEqual([200, { session_id: session, status: "CLOSED" }]);
  expect(await say(session)).toMatchObject({
    status: 410,
    body: { detail: "Chat session has been closed" },
  });
  const read = await bot("GET", `${chatbot}/conversations/${session}`);
  expect(read.body).toMatchObject({ status: "CLOSED" });
  expect((await say(other)).status).toBe(200);
});

test("a session is closed once, and an unknown one not at all", async () => {
  const { control, sarufi } = await openBench();
  const close = (id: string) => control("POST", `/sarufi/sessions/${id}/close`);
  const { closedSessionId, expiredSessionId } = sarufi.demo;
  expect(await close(closedSessionId)).toMatchObject({
    status: 409,
    body: { message: `Chat session ${closedSessionId} is closed already` },
  });
  expect(await close("01HX")).toMatchObject({
    status: 404,
    body: { message: "There is no chat session 01HX" },
  });
  expect((await close(expiredSessionId)).status).toBe(200);
});
