import { expect, test } from "vitest";
import type { BotReply } from "../../generated/sarufi/types.ts";
import { inDatabase } from "../store/testing/databases.ts";
import { sharedDatabase } from "../store/testing/shared.ts";
import { caller, serve } from "../testing.ts";
import { elsewhere, open, talkingBy } from "./testing.ts";

/** Two servers on one database; at the second, the first one's key. */
async function openTwo() {
  const databaseUrl = await sharedDatabase();
  const options = { databaseUrl, allowOutbound: true, allowPrivate: true };
  const one = await open(options);
  const two = await serve({ ...options, clock: one.clock });
  return { databaseUrl, one, atTwo: caller(two.sarufi.url, one.demo.key) };
}

const messagesOf = (botId: string, id: string) => `/chatbots/${botId}/chat/sessions/${id}/messages`;

test("a session started at one server goes on at the other", async () => {
  const { one, atTwo } = await openTwo();
  const { botId } = await talkingBy(one.call, {
    a: { transitions: { default: "b" } },
    b: { message: "You said {{a}}", transitions: { default: "c" } },
    c: { message: "First {{a}}, then {{b}}", transitions: { default: "a" } },
  });
  const { id, say } = await one.chat(botId);
  const first = await atTwo<BotReply>("POST", messagesOf(botId, id), { message: "one" });
  expect(first.body.messages).toEqual([{ type: "text", text: "You said one" }]);
  const second = await say("two");
  expect(second.body.messages).toEqual([{ type: "text", text: "First one, then two" }]);
});

test("messages of one session at two servers are answered one after the other", async () => {
  const { one, atTwo } = await openTwo();
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
  const replies = await Promise.all([
    say("next"),
    atTwo<BotReply>("POST", messagesOf(botId, id), { message: "next" }),
    say("next"),
  ]);
  expect(replies.map(({ body }) => body.current_state).toSorted()).toEqual(["b", "c", "d"]);
  expect(most).toBe(1);
});

test("a server that loses its turn to another one in the middle answers after it", async () => {
  const { databaseUrl, one, atTwo } = await openTwo();
  const { url, asked } = await elsewhere(async () => {
    if (asked.length === 1) {
      await inDatabase(databaseUrl, (client) => client.query(END_LOCKS));
      // It makes no call of its own, so it is answered while this one is under way.
      await atTwo("POST", messagesOf(botId, id), { message: "quick" });
    }
    return { body: "1" };
  });
  const { botId } = await talkingBy(one.call, {
    a: { transitions: { slow: "b", quick: "c" } },
    b: { message: "slow", actions: [{ type: "API_CALL", url }], transitions: { default: "a" } },
    c: { message: "quick", transitions: { slow: "d" } },
    d: { message: "slow after quick", transitions: { default: "a" } },
  });
  const { id, say } = await one.chat(botId);
  const { status, body } = await say("slow");
  expect({ status, state: body.current_state }).toEqual({ status: 200, state: "d" });
  const history = await one.call<{ messages: { message: { text: string } | null }[] }>(
    "GET",
    `/chatbots/${botId}/conversations/${id}/messages`,
  );
  expect(history.body.messages.map(({ message }) => message?.text)).toEqual([
    undefined,
    "quick",
    "slow",
  ]);
});

/** As when the network to the database fails for a moment. Locks with one key (objsubid 1) are those of `exclusively`. */
const END_LOCKS = `SELECT pg_terminate_backend(pid) FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

test("each server has a clock of its own for what a test bench moves", async () => {
  const databaseUrl = await sharedDatabase();
  const one = await open({ databaseUrl });
  const two = await serve({ databaseUrl, clock: one.clock });
  const { id, say } = await one.chat();
  await two.advance(30 * 60 * 1000);
  const atTwo = caller(two.sarufi.url, one.demo.key);
  const late = await atTwo("POST", messagesOf(one.demo.chatbotId, id), { message: "faq" });
  expect(late.status).toBe(410);
  expect((await say("faq")).status).toBe(200);
});
