import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { concordat } from "./testing/cli.ts";
import { watchedSahut } from "./testing/reference.ts";
import { temporaryFolder } from "./testing/suite.ts";

describe("check --explore", () => {
  test("says what it has seen where there is no difference", async () => {
    const args = ["check", "--api", "sarufi", "--only", "sarufi/workspace"];
    const { code, stdout, stderr } = await concordat([...args, "--explore", "3", "--seed", "4"]);
    expect(stdout).toMatch(/^Explored: 3 journeys, \d+ requests, no difference \(seed 4\)\.$/m);
    expect(stderr).toContain("Exploring sarufi: 3 random journeys\n");
    expect(code).toBe(0);
  });

  test("prints the shortest journey to a difference, and how to make it again", {
    timeout: 60_000,
  }, async () => {
    // Whatever labels a conversation has, reading it alone shows none.
    const { flags } = await watchedSahut((body, { method, url }) =>
      method === "GET" && /\/conversations\/\w+$/.test(url)
        ? JSON.parse(JSON.stringify(body).replace(/"labels":\[[^\]]*\]/, '"labels":[]'))
        : undefined,
    );
    const cwd = await temporaryFolder();
    const explore = ["--explore", "8", "--seed", "1", "--report", "report"];
    const only = ["--only", "sahut/update"];
    const { code, stdout } = await concordat(["check", ...flags, ...only, ...explore], { cwd });
    const [block = ""] = /Found {6}[\s\S]+?\n\n/.exec(stdout) ?? [];
    expect(block).toMatch(
      /seed \d+(, shrunk from \d+ steps to \d+)?;\s+repeat\s+with\s+--api\s+sahut\s+--explore\s+1\s+--seed\s+\d+\n/,
    );
    expect(block).toMatch(/Reproduce {2}1\. a new conversation: 201\n +curl -i "\$SAHUT_URL/);
    expect(block).toMatch(/ \d\. conversation 1: .*labels = \[.+\].*: 200\n +curl/);
    expect(block).toMatch(/ \d\. conversation 1, read: 200\n +curl/);
    expect(stdout).not.toContain(flags.at(-1));
    expect(code).toBe(1);
    const html = await readFile(join(cwd, "report/report.html"), "utf8");
    expect(html).toMatch(/# \d\. conversation 1, read: 200/);
    const report = JSON.parse(await readFile(join(cwd, "report/report.json"), "utf8"));
    expect(report.seed).toBe(1);
    expect(report.targets[0].exploration).toMatchObject({ planned: 8, journeys: 8 });
  });

  test.each([
    [["--explore", "5", "--read-only"], "--explore writes to the target"],
    [["--explore", "5", "--plan"], "--plan cannot say where random journeys lead"],
    [["--seed", "5"], "--seed is of what is drawn at random: give --explore or --contract, too."],
    [["--explore", "0"], "It is a whole number from 1."],
    [["--explore", "5", "--seed", "-1"], "It is a whole number from 0"],
  ])("takes %j for a mistake", async (flags, words) => {
    const { code, stderr } = await concordat(["check", ...flags]);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });
});
