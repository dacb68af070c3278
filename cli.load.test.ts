import { join } from "node:path";
import { expect, test } from "vitest";
import { concordat, served } from "./conformance/testing/cli.ts";
import { temporaryFolder } from "./conformance/testing/suite.ts";

test("load fills a file that serve then serves, and says with which key", async () => {
  const data = join(await temporaryFolder(), "inbox.sqlite");
  const { code, stdout, stderr } = await concordat([
    "load",
    "--data",
    data,
    "--conversations",
    "40",
  ]);
  expect(stderr).toMatch(/^40 of 40, [\d,]+\/s\n$/);
  expect(stdout).toMatch(
    /^Loaded in .* s, .*\/s:\n\nSahut {3}40 conversations, 10 contacts, \d+ messages\n/,
  );
  expect(code).toBe(0);
  const [, key] = /^Sahut.*\n +key +(\S+)$/m.exec(stdout) ?? [];
  const { sahut } = await served(["--port", "0", "--data", data]);
  const reply = await fetch(`${sahut.url}/conversations`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(await reply.json()).toMatchObject({ meta: { total: 40 } });
});
