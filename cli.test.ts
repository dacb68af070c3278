import { describe, expect, test } from "vitest";
import { concordat, type Finished } from "./conformance/testing/cli.ts";

/** What a mistake comes to: one sentence, nothing to stdout, no stack, exit code 2. */
function mistakeOf({ code, stdout, stderr }: Finished): string {
  expect(stdout).toBe("");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(2);
  return stderr.trimEnd();
}

describe("a mistake is told in one sentence", () => {
  const url = ["--api", "sahut", "--url", "http://127.0.0.1:9"];

  test.each([
    [["chek"], "error: unknown command 'chek'\n(Did you mean check?)"],
    [["check", "--ony", "a"], "error: unknown option '--ony'\n(Did you mean --only?)"],
    [["check", "sahut"], "error: too many arguments for 'check'. Expected 0 arguments but got 1."],
    [["check", "--url"], "error: option '--url <url>' argument missing"],
    [
      ["check", "--max-requests", "0"],
      "error: option '--max-requests <n>' argument '0' is invalid. It is a whole number from 1.",
    ],
    [
      ["check", "--rps", "fast"],
      "error: option '--rps <n>' argument 'fast' is invalid. It is a number above 0, or `max`.",
    ],
    [
      ["check", "--timeout", "1e9"],
      "error: option '--timeout <seconds>' argument '1e9' is invalid. It is a number of seconds above 0, up to a day.",
    ],
    [
      ["serve", "--port", "65536"],
      "error: option '--port <n>' argument '65536' is invalid. It is a port number, from 0 (any free one) to 65535.",
    ],
    [
      ["check", "--api", "sahot"],
      "concordat: Unknown API `sahot`. Allowed: sahut, sarufi. Did you mean sahut?",
    ],
    [
      ["check", "--config", "nowhere.yaml"],
      "concordat: The configuration nowhere.yaml cannot be read: there is no such file.",
    ],
    [
      ["check", "--url", "http://127.0.0.1:9"],
      "concordat: --url needs one --api, so that it is clear whose it is: --api sahut or sarufi.",
    ],
    [["check", ...url, "--only", "x"], "concordat: --only x chooses no requirement."],
    [
      ["load", "--conversations", "1"],
      "concordat: load fills a store that is kept: give --data FILE or --database-url URL.",
    ],
    [
      ["load", "--data", "x.sqlite"],
      "concordat: There is nothing to load: give --conversations N, --chats N or both.",
    ],
  ])("%j", async (args, sentence) => {
    expect(mistakeOf(await concordat(args))).toBe(sentence);
  });

  test("with the nearest name, for a fixture that is not known", async () => {
    const args = ["check", ...url, "--fixture", "contact_idd=ct_1"];
    expect(mistakeOf(await concordat(args))).toMatch(
      /^concordat: Unknown fixture `contact_idd` in sahut\.fixtures\. .* Did you mean contact_id\?$/,
    );
  });
});

describe("help", () => {
  test.each([
    [["--help"], /^Usage: concordat .*\bcheck .*\bserve .*\bgenerate /s],
    [["check", "--help"], /^Usage: concordat check .*--only <pattern>.*Exit codes: 0 conformant/s],
    [["serve", "--help"], /^Usage: concordat serve .*--port <n>/s],
    [["load", "--help"], /^Usage: concordat load .*--conversations <n>.*--seed <n>/s],
    [["generate", "--help"], /^Usage: concordat generate .*--check/s],
    [["docs", "--help"], /^Usage: concordat docs /],
    [["mock", "--help"], /^Usage: concordat mock .*--port <n>.*--dynamic/s],
    [["workflows", "--help"], /^Usage: concordat workflows /],
  ])("of %j goes to stdout", async (args, words) => {
    const { code, stdout, stderr } = await concordat(args);
    expect(stdout).toMatch(words);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  test("is what a command line without a command gets", async () => {
    const { code, stderr } = await concordat([]);
    expect(stderr).toMatch(/^Usage: concordat /);
    expect(code).toBe(2);
  });
});

test("--version is that of the package", async () => {
  const { code, stdout } = await concordat(["--version"]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

test("generate --check finds the committed files fresh", async () => {
  expect((await concordat(["generate", "--check"])).code).toBe(0);
});

describe("escape codes", () => {
  const check = (env: Readonly<Record<string, string>>) =>
    concordat(["check", "--api", "sahut", "--url", "http://127.0.0.1:9"], { env });

  test.each([{}, { NO_COLOR: "1" }, { TERM: "xterm-256color", COLORTERM: "truecolor" }])(
    "are not written to a pipe, with %j",
    async (env) => {
      const { stdout, stderr } = await check(env);
      expect(stdout).toContain("does not answer");
      expect(stdout + stderr).not.toContain("\u001b");
    },
  );
});
