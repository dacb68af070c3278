import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { banner } from "./banner.ts";
import { serve } from "./testing.ts";

const run = promisify(execFile);

test("the banner names the addresses and the demo keys", async () => {
  const server = await serve();
  const text = banner(server);
  expect(text).toContain(server.docs);
  expect(text).toContain(server.sahut.url);
  expect(text).toContain(server.sarufi.url);
  expect(text).toContain(server.sahut.demo.key);
  expect(text).toContain(server.sarufi.demo.key);
});

test("its curl lines work when they are pasted", async () => {
  const text = banner(await serve());
  const lines = text.split("\n").filter((line) => line.trim().startsWith("curl "));
  expect(lines).toHaveLength(2);
  const answers = await Promise.all(
    lines.map((line) => run("sh", ["-c", line.replace("curl ", "curl -s ")])),
  );
  const [list, session] = answers.map(({ stdout }) => JSON.parse(stdout));
  expect(list).toMatchObject({ meta: { page: 1, per_page: 10 } });
  expect(session).toMatchObject({ channel: "api" });
});
