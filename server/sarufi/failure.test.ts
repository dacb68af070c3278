import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSqlite } from "../store/sqlite.ts";
import { open } from "./testing.ts";

test("a message that cannot be processed is 500, and the session stays as it was", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, "data.sqlite");
  const log: string[] = [];
  const { chat } = await open({ data, log: (line) => void log.push(line) });
  const { id, say } = await chat();

  const store = openSqlite(data);
  onTestFinished(() => store.close());
  const move = (state: string) => store.run("UPDATE sarufi_chats SET state = ?", state);
  await move("nowhere");
  const reply = await say("faq");
  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({ detail: "Message processing failed" });
  expect(log).toEqual([
    expect.stringMatching(new RegExp(`^${id}: FlowError: The flow has no state nowhere\\.`)),
  ]);

  await move("greeting");
  expect((await say("faq")).body.current_state).toBe("faq_menu");
});
