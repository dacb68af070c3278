import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTargets, type Settings } from "./config.ts";
import type { Environment } from "./config-file.ts";
import { suites } from "./suites.ts";
import { temporaryFolder } from "./testing/suite.ts";
import { UsageError } from "./usage.ts";

/** The targets that a file, flags and the environment describe. */
async function targets(yaml: string, flags: Partial<Settings> = {}, environment: Environment = {}) {
  const file = join(await temporaryFolder(), "concordat.config.yaml");
  await writeFile(file, yaml);
  return readTargets(suites, { file, apis: [], ...flags }, environment);
}

const url = "https://staging.example.com/v1";
const sahut = `sahut:\n  url: ${url}\n`;
const both = `${sahut}sarufi: { url: "https://sarufi.example.com" }\n`;

describe("a file", () => {
  test("describes a target for each of its APIs", async () => {
    expect(await targets(`${both}\n`)).toMatchObject([
      { suite: { api: "sahut" }, url, keys: new Map(), features: new Set(), fixtures: new Map() },
      { suite: { api: "sarufi" }, url: "https://sarufi.example.com" },
    ]);
  });

  test("is narrowed by --api, and an API named twice is one target", async () => {
    expect(await targets(both, { apis: ["sarufi"] })).toMatchObject([{ suite: { api: "sarufi" } }]);
    expect(await targets(both, { apis: ["sahut", "sahut"] })).toHaveLength(1);
  });

  test("takes values from the environment", async () => {
    const yaml = `sahut:\n  url: https://\${HOST}/v1\n  key: \${KEY}\n`;
    const environment = { HOST: "a.example.com", KEY: "sk_$&_1" };
    expect(await targets(yaml, {}, environment)).toMatchObject([
      { url: "https://a.example.com/v1", keys: new Map([["key", "sk_$&_1"]]) },
    ]);
  });

  test.each([
    ["[contacts, webhooks]", ["contacts", "webhooks"]],
    ["contacts, webhooks,", ["contacts", "webhooks"]],
    ["all", ["all"]],
    ["", []],
  ])("declares the features %s", async (features, wanted) => {
    const [target] = await targets(`${sahut}  features: ${features}\n`);
    expect(target?.features).toEqual(new Set(wanted));
  });

  test.each([`${url}/`, `${url}//`])("may give the URL as %s", async (given) => {
    expect(await targets(`sahut: { url: "${given}" }`)).toMatchObject([{ url }]);
  });
});

describe("a flag wins over the environment, and the environment over the file", () => {
  const yaml = "sahut: { url: https://file.example.com, key: file, features: all }";
  const environment = { SAHUT_URL: "https://env.example.com", SAHUT_KEY: "env" };
  const flags = {
    apis: ["sahut"],
    url: "https://flag.example.com",
    key: "flag",
    features: "contacts",
  };

  test.each([
    ["all three", flags, environment, "flag"],
    ["environment and file", {}, environment, "env"],
    ["the file alone", {}, {}, "file"],
    ["an empty environment and file", {}, { SAHUT_URL: "", SAHUT_KEY: "" }, "file"],
    ["another API's environment and file", {}, { SARUFI_URL: "x", SARUFI_KEY: "x" }, "file"],
  ])("where there are %s", async (_, given, variables, winner) => {
    expect(await targets(yaml, given, variables)).toMatchObject([
      { url: `https://${winner}.example.com`, keys: new Map([["key", winner]]) },
    ]);
  });

  test("with features, too", async () => {
    const [target] = await targets(yaml, flags);
    expect(target?.features).toEqual(new Set(["contacts"]));
  });
});

describe("without a file", () => {
  test("flags describe one target", async () => {
    expect(await readTargets(suites, { apis: ["sarufi"], url, key: "sk-1" }, {})).toMatchObject([
      { suite: { api: "sarufi" }, url, keys: new Map([["key", "sk-1"]]) },
    ]);
  });

  test("the key may come from the environment", async () => {
    expect(
      await readTargets(suites, { apis: ["sahut"], url }, { SAHUT_KEY: "sk_1" }),
    ).toMatchObject([{ keys: new Map([["key", "sk_1"]]) }]);
  });

  test.each([
    [
      { apis: [], url },
      "--url needs one --api, so that it is clear whose it is: --api sahut or sarufi.",
    ],
    [{ apis: ["sahut", "sarufi"], url }, "--url needs one --api"],
    [
      { apis: ["sahut"] },
      "No URL for sahut: give --url, SAHUT_URL or sahut.url in the configuration.",
    ],
    [{ apis: ["sahot"], url }, "Unknown API `sahot`. Allowed: sahut, sarufi. Did you mean sahut?"],
  ])("%j is refused", async (settings, message) => {
    const refusal = readTargets(suites, settings, {});
    await expect(refusal).rejects.toBeInstanceOf(UsageError);
    await expect(refusal).rejects.toThrow(message);
  });
});

test("one key is not for two APIs", async () => {
  await expect(targets(both, { key: "sk_1" })).rejects.toThrow("--key needs one --api");
});
