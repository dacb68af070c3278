import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTargets } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import { at } from "../evidence.ts";
import { startReference } from "../proof/reference.ts";
import { suites } from "../suites.ts";
import { concordat } from "../testing/cli.ts";
import { reference, watchedSahut } from "../testing/reference.ts";
import { temporaryFolder } from "../testing/suite.ts";
import { harOf, type RecordedCheck } from "./har.ts";
import { readArchive } from "./read-har.ts";
import { replay } from "./replay.ts";

const reportIn = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, "report.json"), "utf8"));

/** Checks, then judges the recording, both with a report. */
async function checkedAndReplayed(flags: readonly string[]) {
  const folder = await temporaryFolder();
  const har = join(folder, "live/exchanges.har");
  const live = await concordat(["check", ...flags, "--report", join(folder, "live")]);
  const again = await concordat(["check", "--replay", har, "--report", join(folder, "again")]);
  return {
    live: { ...live, report: await reportIn(join(folder, "live")) },
    again: { ...again, report: await reportIn(join(folder, "again")) },
    har: await readFile(har, "utf8"),
  };
}

/** Several whole checks, each in a process of its own. */
const long = { timeout: 90_000 };

/** Writes a check down, and judges what was written. */
async function writtenAndReplayed(targets: readonly TargetConfig[]) {
  const file = join(await temporaryFolder(), "exchanges.har");
  let text = "";
  const onRecorded = (check: RecordedCheck): void => {
    text = harOf(check);
  };
  const live = await checkTargets(targets, { onRecorded });
  await writeFile(file, text);
  const archive = await readArchive(file);
  if (archive.kind !== "check") throw new Error("What was written reads as somebody else's");
  return { live, again: await replay(suites, archive.check), text };
}

/** What a target sends by itself is in no recording. */
const unhearing = (target: TargetConfig): TargetConfig => ({
  ...target,
  features: new Set(target.suite.features.filter((feature) => feature !== "webhooks")),
});

describe("a recording", () => {
  test(
    "of both APIs is judged as they were, webhooks left out, without a server",
    long,
    async () => {
      const { targets, close } = await startReference();
      try {
        const { live, again, text } = await writtenAndReplayed(targets.map(unhearing));
        expect(again).toEqual(live);
        const secrets = targets.flatMap(({ keys }) => [...keys.values()]);
        for (const secret of secrets) expect(text).not.toContain(secret);
      } finally {
        await close();
      }
    },
  );
});

describe("--report writes exchanges.har, which --replay judges", () => {
  test("with the findings of a server that has a fault", long, async () => {
    const { flags } = await watchedSahut((body, { method }) =>
      method === "GET" && at(body, "meta") !== undefined
        ? { ...Object(body), meta: { ...Object(at(body, "meta")), total: "7" } }
        : undefined,
    );
    const { live, again, har } = await checkedAndReplayed(flags);
    expect(live.code).toBe(1);
    expect(again).toMatchObject({ code: 1, report: live.report });
    expect(har).not.toContain(flags.at(-1));
    expect(har).toContain("Bearer $SAHUT_KEY");
  });

  test("of a narrowed check as narrowly, and of a part of it", long, async () => {
    const folder = await temporaryFolder();
    const only = ["--only", "sahut/pagination", "--only", "sarufi/derived/getMe"];
    await concordat(["check", ...only, "--report", folder]);
    const har = join(folder, "exchanges.har");
    const all = await concordat(["check", "--replay", har]);
    expect(all.stdout.match(/^sahut +no verdict|^sarufi +no verdict/gm)).toHaveLength(2);
    const part = await concordat(["check", "--replay", har, "--only", "sarufi/derived/getMe"]);
    expect(part.stdout).not.toMatch(/^sahut/m);
    const one = await concordat(["check", "--replay", har, "--api", "sahut"]);
    expect(one.stdout).not.toMatch(/^sarufi/m);
  });

  test("with what it does not hold untestable, and never an error", async () => {
    const folder = await temporaryFolder();
    const only = ["--api", "sahut", "--only", "sahut/pagination"];
    await concordat(["check", ...only, "--report", folder]);
    const har = join(folder, "exchanges.har");
    const { stdout, code } = await concordat(["check", "--replay", har, "--only", "sahut/update"]);
    expect(stdout).toMatch(/not in the recording: [A-Z]+ \/v1\//);
    expect(stdout).toContain("! 0 error");
    expect(code).toBe(3);
  });
});

describe("a recording that somebody else has made", () => {
  const base = "http://127.0.0.1:4010/v1";
  const entry = (path: string, status: number, body: unknown, method = "GET") => ({
    startedDateTime: "2026-04-02T12:00:00.000Z",
    time: 12.5,
    request: {
      method,
      url: path.startsWith("http") ? path : `${base}${path}`,
      headers: [{ name: "Authorization", value: "Bearer sk_live_very_secret" }],
    },
    response: {
      status,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: { text: Buffer.from(JSON.stringify(body)).toString("base64"), encoding: "base64" },
    },
  });

  async function judged(entries: readonly unknown[], flags = ["--api", "sahut", "--url", base]) {
    const folder = await temporaryFolder();
    const file = join(folder, "browser.har");
    await writeFile(file, JSON.stringify({ log: { version: "1.2", entries } }));
    return concordat(["check", "--replay", file, ...flags]);
  }

  test("is judged by what holds for every answer, and has no verdict", async () => {
    const [sahut] = await reference();
    const { url = "", keys } = sahut ?? {};
    const headers = { authorization: `Bearer ${keys?.get("key")}` };
    const bodyOf = async (path: string) => (await fetch(`${url}${path}`, { headers })).json();
    const list = await bodyOf("/conversations");
    const refusal = await bodyOf("/conversations/conv_1");
    const { stdout, code } = await judged([
      entry("/conversations", 200, list),
      entry("/conversations/conv_1", 404, refusal),
      entry("https://example.com/analytics", 200, {}),
    ]);
    expect(stdout).toMatch(/^sahut +no verdict .* 2 requests/m);
    expect(stdout).toContain("others made the requests");
    expect(stdout).toContain("✗ 0 failed");
    expect(code).toBe(0);
  });

  test("with an answer that breaks its schema fails, and shows no key", async () => {
    const { stdout, code } = await judged([
      entry("/conversations", 200, { data: "none", key: "sk_live_very_secret" }),
    ]);
    expect(stdout).toContain("✗ sahut/derived/listConversations/success-body");
    expect(stdout).not.toContain("sk_live_very_secret");
    expect(code).toBe(1);
  });

  test.each([
    [[], /say whose it is with one --api, and with --url/],
    [["--api", "sahut", "--url", "http://127.0.0.1:1/v1"], /No request of .* belongs to/],
    [["--api", "sahut", "--url", base, "--only", "sahut"], /leave --only out/],
  ])("with the flags %j is a wrong usage", async (flags, message) => {
    const { stderr, code } = await judged([entry("/conversations", 200, {})], flags);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe("a file that is no recording", () => {
  test.each([
    ["", /is no JSON, which a HAR is/],
    ["[]", /is no HAR: it is \[\]; it is an object/],
    ['{"log":{}}', /log\.entries is missing; it is a list/],
    ['{"log":{"entries":[{}]}}', /log\.entries\[0\]\.response is missing; it is an object/],
    [
      '{"log":{"entries":[{"request":{"method":"GET","url":"/a"},"response":{"status":0}}]}}',
      /log\.entries\[0\]\.request\.url is "\/a"; it is a whole address/,
    ],
    ['{"log":{"entries":[],"_concordat":{"version":9}}}', /log\._concordat\.version is 9; it is 1/],
  ])("%j is told with its place", async (text, message) => {
    const file = join(await temporaryFolder(), "a.har");
    await writeFile(file, text);
    await expect(readArchive(file)).rejects.toThrow(message);
  });

  test("and is not there is told by its name", async () => {
    const { stderr, code } = await concordat(["check", "--replay", "none.har"]);
    expect(stderr).toContain("The recording none.har cannot be read");
    expect(code).toBe(2);
  });
});
