import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { concordat } from "./testing/cli.ts";
import { watchedSahut } from "./testing/reference.ts";
import { temporaryFolder } from "./testing/suite.ts";

test("Ctrl-C ends a check with what was made at rest, and a report of what was seen", async () => {
  let requests = 0;
  const pressed = Promise.withResolvers<void>();
  const { flags, received } = await watchedSahut(() => {
    requests += 1;
    if (requests === 30) pressed.resolve();
    return undefined;
  });
  const { code, stdout, stderr } = await concordat(["check", ...flags, "--rps", "200"], {
    interruption: pressed.promise,
  });
  expect(stderr).toContain("Stopping, and putting to rest what was made");
  expect(stdout).toMatch(/^sahut +undetermined/m);
  expect(stdout).toContain("the run was interrupted");
  expect(received.length).toBeLessThan(100);
  expect(received.at(-1)).toMatchObject({ method: "PATCH" });
  expect(String(received.at(-1)?.body)).toBe('{"status":"resolved"}');
  expect(code).toBe(3);
});

test("Ctrl-C before anything was made leaves nothing to put to rest", async () => {
  const pressed = Promise.withResolvers<void>();
  const { flags, received } = await watchedSahut(() => pressed.resolve());
  const { code } = await concordat(["check", ...flags, "--only", "sahut/keys", "--rps", "5"], {
    interruption: pressed.promise,
  });
  expect(received.length).toBeLessThan(10);
  expect(new Set(received.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(code).toBe(3);
});

test("Ctrl-C breaks off the wait for the next request, and leaves no ledger where all is at rest", async () => {
  const cwd = await temporaryFolder();
  const pressed = Promise.withResolvers<void>();
  const { flags, received } = await watchedSahut((_, { method }) => {
    if (method === "POST") pressed.resolve();
    return undefined;
  });
  const slowly = ["--only", "sahut/create/unknown-contact-is-refused", "--rps", "0.5"];
  const { stdout } = await concordat(["check", ...flags, ...slowly], {
    cwd,
    interruption: pressed.promise,
  });
  expect(stdout).toContain("the run was interrupted");
  expect(received.filter(({ method }) => method !== "GET")).toHaveLength(2);
  expect(String(received.at(-1)?.body)).toBe('{"status":"resolved"}');
  expect(await readdir(cwd)).toEqual([]);
});
