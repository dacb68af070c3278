import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTargets } from "./config.ts";
import { suites } from "./suites.ts";
import { temporaryFolder } from "./testing/suite.ts";
import { UsageError } from "./usage.ts";

/** What reading a file with this text is refused with; the file's folder is left out. */
async function mistake(yaml: string, environment = {}): Promise<string> {
  const folder = await temporaryFolder();
  const file = join(folder, "concordat.config.yaml");
  await writeFile(file, yaml);
  const refusal = await readTargets(suites, { file, apis: [] }, environment).catch(
    (error: unknown) => error,
  );
  if (!(refusal instanceof UsageError)) throw new Error(`No usage error: ${String(refusal)}`);
  return refusal.message.replace(`${folder}/`, "");
}

const url = "url: https://staging.example.com/v1";

test.each([
  ["", "The configuration concordat.config.yaml describes no API."],
  ["- sahut", "The configuration concordat.config.yaml is not a mapping of APIs."],
  [
    "sahot: {}",
    "Unknown API `sahot` in concordat.config.yaml. Allowed: sahut, sarufi. Did you mean sahut?",
  ],
  ["sahut: https://staging.example.com", "sahut in the configuration is no mapping."],
  [
    `sahut: { ${url}, keys: a }`,
    "Unknown member `keys` of sahut. Allowed: url, key, features, fixtures, plan. Did you mean key?",
  ],
  ["sahut: {}", "No URL for sahut: give --url, SAHUT_URL or sahut.url in the configuration."],
  ["sahut: { url: 5 }", "sahut.url is a number; it is a string."],
  [`sahut: { ${url}, key: [a] }`, "sahut.key is a list; it is a string."],
  [`sahut: { ${url}, key: { a: b } }`, "sahut.key is a mapping; it is a string."],
  [
    `sahut: { ${url}, key: "\${NO_SUCH_KEY}" }`,
    "sahut.key names the environment variable NO_SUCH_KEY, which is not set.",
  ],
  [
    `sahut: { ${url}, plan: busines }`,
    "Unknown plan `busines` of sahut. Allowed: starter, pro, business. Did you mean business?",
  ],
  [`sahut: { ${url}, features: 5 }`, "sahut.features is 5; it is a list of names."],
])("a file with %j is refused in one sentence", async (yaml, message) => {
  expect(await mistake(yaml)).toBe(message);
});

test("a feature that is not known is refused, with those that are", async () => {
  expect(await mistake(`sahut: { ${url}, features: [contact] }`)).toMatch(
    /^Unknown feature `contact` of sahut\. Allowed: .*\ball\./,
  );
});

test("an environment variable that is empty is not set", async () => {
  expect(await mistake(`sahut: { ${url}, key: "\${EMPTY}" }`, { EMPTY: "" })).toMatch("EMPTY");
});

describe("a file that cannot be read", () => {
  test("is named, with the reason", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "concordat.config.yaml");
    await expect(readTargets(suites, { file, apis: [] }, {})).rejects.toThrow(
      new UsageError(`The configuration ${file} cannot be read: there is no such file.`),
    );
    await expect(readTargets(suites, { file: folder, apis: [] }, {})).rejects.toThrow("EISDIR");
  });
});

describe("a file that is not YAML", () => {
  test.each([
    ["sahut:\n\tkey: canary", "tab as indent at line 2, column 1"],
    ['sahut:\n  key: "canary', "missing char at line 2, column 15"],
    ["sahut:\n  key: |canary\n", "unexpected token at line 2, column 9"],
    ["sahut:\n  key: @canary\n", "bad scalar start at line 2, column 8"],
    ["sahut: {}\nsahut: {}", "duplicate key at line 2, column 1"],
  ])("is refused with what and where, and without quoting it: %j", async (yaml, what) => {
    const message = await mistake(yaml);
    expect(message).toBe(`The configuration concordat.config.yaml is not YAML: ${what}.`);
    expect(message).not.toContain("canary");
  });

  test("is refused for an alias that leads nowhere, without quoting it", async () => {
    expect(await mistake("sahut:\n  key: *canary\n")).toBe(
      "The configuration concordat.config.yaml has an alias (*) that leads nowhere.",
    );
  });
});

describe("a URL", () => {
  test.each(["staging.example.com/v1", "ftp://staging.example.com", "https://", "/v1"])(
    "such as %s is refused with an example",
    async (text) => {
      expect(await mistake(`sahut: { url: "${text}" }`)).toBe(
        `The URL of sahut is "${text}"; it is a whole address, such as https://staging.example.com/v1.`,
      );
    },
  );

  test.each([
    "https://user:canary@staging.example.com/v1",
    "https://canary@staging.example.com/v1",
    "https://user:canary@staging.example.com:99999/v1",
    "user:canary@staging.example.com/v1",
    "https://staging.example.com/v1?key=canary",
    "https://staging.example.com/v1#canary",
  ])("with what may be a secret is refused without quoting it: %s", async (text) => {
    const message = await mistake(`sahut: { url: "${text}" }`);
    expect(message).toMatch(/^The URL of sahut .*Take it out/);
    expect(message).not.toContain("canary");
  });
});
