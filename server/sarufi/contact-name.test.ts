import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSqlite } from "../store/sqlite.ts";
import { elsewhere, open, talkingBy } from "./testing.ts";

test("a contact's name is a variable and a header, once it is known", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, "data.sqlite");
  const { url, asked } = await elsewhere(async () => ({}));
  const { call, chat } = await open({ data, allowOutbound: true, allowPrivate: true });
  const { botId } = await talkingBy(call, {
    hello: { transitions: { default: "greet" } },
    greet: {
      message: "Hello {{variables.contact_name}}!",
      actions: [{ type: "API_CALL", url }],
      transitions: { again: "greet" },
    },
  });
  const { id, say } = await chat(botId);
  expect((await say("hi")).body.messages).toEqual([{ type: "text", text: "Hello !" }]);

  const store = openSqlite(data);
  onTestFinished(() => store.close());
  await store.run("UPDATE sarufi_conversations SET contact_name = ? WHERE id = ?", "Zoë", id);
  expect((await say("again")).body.messages).toEqual([{ type: "text", text: "Hello Zoë!" }]);
  expect(asked.map(({ headers }) => headers["x-sarufi-user-name"])).toEqual([
    undefined,
    "Zo%C3%AB",
  ]);
});
