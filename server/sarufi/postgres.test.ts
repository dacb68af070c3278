import { expect, inject, onTestFinished, test } from "vitest";
import { borrowDatabase } from "../store/testing/databases.ts";
import { caller, serve } from "../testing.ts";
import { elsewhere, open, talkingBy } from "./testing.ts";

test("messages of one session at two servers are answered one after the other", async () => {
  const cluster = inject("postgres");
  if (cluster === undefined) throw new Error("These tests run in the project `postgres`.");
  const { url: databaseUrl, giveBack } = await borrowDatabase(cluster);
  onTestFinished(giveBack);
  const options = { databaseUrl, allowOutbound: true, allowPrivate: true };
  const one = await open(options);
  const two = await serve({ ...options, clock: one.clock });

  let under = 0;
  let most = 0;
  const { url } = await elsewhere(async () => {
    under += 1;
    most = Math.max(most, under);
    // Time enough for the other server to come between, if it could.
    await one.chat();
    under -= 1;
    return { body: "1" };
  });
  const actions = [{ type: "API_CALL", url }];
  const { botId } = await talkingBy(one.call, {
    a: { transitions: { default: "b" } },
    b: { message: "{{a}}", actions, transitions: { next: "c" } },
    c: { message: "{{a}} {{b}}", actions, transitions: { next: "d" } },
    d: { message: "{{a}} {{b}} {{c}}", actions, transitions: { next: "a" } },
  });
  const { id, say } = await one.chat(botId);
  const atTwo = caller(two.sarufi.url, one.demo.key);
  const path = `/chatbots/${botId}/chat/sessions/${id}/messages`;
  const replies = await Promise.all([
    say("next"),
    atTwo<{ current_state: string }>("POST", path, { message: "next" }),
    say("next"),
  ]);
  expect(replies.map(({ body }) => body.current_state).toSorted()).toEqual(["b", "c", "d"]);
  expect(most).toBe(1);
});
