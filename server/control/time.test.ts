import { expect, test } from "vitest";
import type { Clock } from "../../generated/control/types.ts";
import type { ChatSession } from "../../generated/sarufi/types.ts";
import { testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

test("the clock is the machine's until it is put forward", async () => {
  const { control } = await openBench({ clock: testClock("2026-04-02T12:00:00.000Z") });
  const reply = await control<Clock>("GET", "/clock");
  expect(reply.body).toEqual({ now: "2026-04-02T12:00:00.000Z", ahead_seconds: 0 });
});

test("advances add up, parts of a second included", async () => {
  const { control } = await openBench({ clock: testClock("2026-04-02T12:00:00.000Z") });
  await control("POST", "/clock/advance", { seconds: 1.5 });
  const reply = await control<Clock>("POST", "/clock/advance", { seconds: 60 });
  expect(reply.body).toEqual({ now: "2026-04-02T12:01:01.500Z", ahead_seconds: 61.5 });
  expect((await control("GET", "/clock")).body).toEqual(reply.body);
});

test("advances at once add up, too", async () => {
  const { control } = await openBench({ clock: testClock("2026-04-02T12:00:00.000Z") });
  const minute = () => control("POST", "/clock/advance", { seconds: 60 });
  await Promise.all([minute(), minute(), minute()]);
  expect((await control("GET", "/clock")).body).toMatchObject({ ahead_seconds: 180 });
});

test.each([
  [1_799, 200],
  [1_800, 410],
])("after %i seconds a message to a session is answered %i", async (seconds, status) => {
  const { control, bot, sarufi } = await openBench({ clock: testClock() });
  const sessions = `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`;
  const { body } = await bot<ChatSession>("POST", sessions);
  await control("POST", "/clock/advance", { seconds });
  const reply = await bot("POST", `${sessions}/${body.session_id}/messages`, { message: "faq" });
  expect(reply.status).toBe(status);
});

test.each([
  [{}, "seconds is required"],
  [{ seconds: -1 }, "seconds must be >= 0"],
  [{ seconds: 31_536_001 }, "seconds must be <= 31536000"],
  [{ seconds: "60" }, "seconds must be number"],
  [{ seconds: 1, minutes: 1 }, "minutes is not known here"],
])("an advance by %j is refused: %s", async (body, message) => {
  const { control } = await openBench({ clock: testClock() });
  expect(await control("POST", "/clock/advance", body)).toMatchObject({
    status: 400,
    body: { message },
  });
  expect((await control("GET", "/clock")).body).toMatchObject({ ahead_seconds: 0 });
});
