import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { concordat, served } from "./testing/cli.ts";
import { referenceOf } from "./testing/reference.ts";
import { temporaryFolder } from "./testing/suite.ts";

const verdictLine = (api: string, verdict: string) =>
  RegExp(`^${api} +${verdict} +\\d+ of \\d+`, "m");

describe("a check without a target", () => {
  test("is one of the reference server, and ends well", async () => {
    const { code, stdout, stderr } = await concordat(["check"]);
    expect(stdout).toMatch(verdictLine("sahut", "conformant"));
    expect(stdout).toMatch(verdictLine("sarufi", "conformant"));
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^Checking sahut: \d+ requirements and observations$/),
      expect.stringMatching(/^Checking sarufi: \d+ requirements and observations$/),
    ]);
    expect(code).toBe(0);
  });

  test("writes its report where it is told", async () => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await concordat(
      ["check", "--api", "sarufi", "--report", "reports/today"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toContain(join("reports/today", "report.json"));
    const json: unknown = JSON.parse(
      await readFile(join(cwd, "reports/today/report.json"), "utf8"),
    );
    expect(json).toMatchObject({
      tool: { name: "concordat" },
      targets: [{ api: "sarufi", verdict: "conformant" }],
    });
    const html = await readFile(join(cwd, "reports/today/report.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/i);
  });

  test("is narrowed by --api", async () => {
    const { code, stdout } = await concordat(["check", "--api", "sarufi"]);
    expect(stdout).not.toMatch(/^sahut/m);
    expect(code).toBe(0);
  });

  test("has no use for a key", async () => {
    const { code, stderr } = await concordat(["check", "--key", "canary"]);
    expect(stderr).toBe(
      "concordat: --key needs a deployment to go with: give --api and --url, or --config.\n",
    );
    expect(code).toBe(2);
  });
});

describe("a check of a deployment", () => {
  test("takes its URL and key from flags", async () => {
    const { sahut } = await served();
    const args = ["check", "--api", "sahut", "--url", sahut.url, "--key", sahut.key];
    const { code, stdout } = await concordat(args);
    expect(stdout).toMatch(verdictLine("sahut", "conformant"));
    expect(stdout).toContain(`sahut   ${sahut.url}   conformant`);
    expect(code).toBe(0);
  });

  test("takes its key from the environment", async () => {
    const { sarufi } = await served();
    const fixture = `chatbot_id=${sarufi.chatbot}`;
    const { code, stdout } = await concordat(
      ["check", "--api", "sarufi", "--url", sarufi.url, "--fixture", fixture],
      { env: { SARUFI_KEY: sarufi.key } },
    );
    expect(stdout).toMatch(verdictLine("sarufi", "conformant"));
    expect(code).toBe(0);
  });

  test("takes everything from a file, and leaves nothing untested then", async () => {
    const { sarufi } = await served();
    const known = await referenceOf("sarufi");
    const fixtures = Object.fromEntries(
      [...known.fixtures].map(([name, [value]]) => [name, value]),
    );
    const cwd = await temporaryFolder();
    const section = { url: sarufi.url, key: `\${KEY}`, features: "all", fixtures };
    // JSON is YAML, too.
    await writeFile(join(cwd, "concordat.config.yaml"), JSON.stringify({ sarufi: section }));
    const { code, stdout } = await concordat(["check", "--config", "concordat.config.yaml"], {
      cwd,
      env: { KEY: sarufi.key },
    });
    expect(stdout).toContain("? 0 untestable   ! 0 error   – 0 inapplicable");
    expect(stdout).toMatch(verdictLine("sarufi", "conformant"));
    expect(code).toBe(0);
  });
});
