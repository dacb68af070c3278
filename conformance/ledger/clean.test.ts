import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isObject } from "../contract/json.ts";
import { concordat, type Served, served } from "../testing/cli.ts";
import { watchedSahut } from "../testing/reference.ts";
import { proxyOf } from "../testing/server.ts";
import { temporaryFolder } from "../testing/suite.ts";
import { readLedger } from "./read.ts";

/** What a GET of the server answers. */
async function read({ url, key }: Served["sahut"], path: string): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return answer.json();
}

/** How many conversations of Sahut are in any state but resolved, and which chatbots Sarufi has. */
async function openOn({ sahut, sarufi }: Served): Promise<unknown> {
  const totals = ["open", "pending", "snoozed"].map(async (status) => {
    const page = await read(sahut, `/conversations?status=${status}&per_page=1`);
    return isObject(page) && isObject(page.meta) ? page.meta.total : page;
  });
  return [await Promise.all(totals), await read(sarufi, "/chatbots?limit=100")];
}

/** Checks one API of a server until it is killed, after so many requests, while it reads. */
async function killed(server: Served, api: "sahut" | "sarufi", after: number) {
  const { url, key } = server[api];
  const { origin, pathname } = new URL(url);
  const enough = Promise.withResolvers<void>();
  let requests = 0;
  const proxy = await proxyOf(origin, (_, { method }) => {
    requests += 1;
    if (requests > after && method === "GET") enough.resolve();
  });
  const cwd = await temporaryFolder();
  const flags = ["--api", api, "--url", `${proxy.url}${pathname}`, "--key", key];
  const chatbot = api === "sarufi" ? ["--fixture", `chatbot_id=${server.sarufi.chatbot}`] : [];
  const { code } = await concordat(
    ["check", ...flags, ...chatbot, "--features", "all", "--rps", "100"],
    { cwd, interruption: enough.promise, signal: "SIGKILL" },
  );
  expect(code).toBeNull();
  const [ledger = "none"] = (await readdir(cwd)).filter((name) => name.endsWith(".ledger"));
  return { cwd, ledger, key };
}

describe("a check that was killed leaves a ledger, by which all is put to rest", () => {
  test.each([
    ["sahut", 120, "conversation "],
    ["sarufi", 160, "chatbot "],
  ] as const)("of %s", { timeout: 60_000 }, async (api, after, kind) => {
    const server = await served();
    const before = await openOn(server);
    const { cwd, ledger, key } = await killed(server, api, after);
    const path = join(cwd, ledger);
    expect(await openOn(server)).not.toEqual(before);
    expect(await readFile(path, "utf8")).not.toContain(key);

    const first = await concordat(["clean", ledger, "--key", key], { cwd });
    expect(first.stdout).toMatch(new RegExp(`^ {2}${kind}\\S+: put to rest \\(20\\d\\)$`, "m"));
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    expect(await openOn(server)).toEqual(before);
    const { targets } = await readLedger(path);
    expect(targets.flatMap(({ open }) => open.filter(({ rest }) => rest !== undefined))).toEqual(
      [],
    );

    const second = await concordat(["clean", ledger], { cwd });
    expect(second.stdout).not.toContain("put to rest");
    expect(second.code).toBe(0);
  });
});

describe("a ledger", () => {
  test("is there during a check, and gone after one that ends well", async () => {
    const cwd = await temporaryFolder();
    const seen: string[] = [];
    const { flags } = await watchedSahut(() => void readdir(cwd).then((all) => seen.push(...all)));
    await concordat(["check", ...flags, "--only", "sahut/create", "--report", "."], { cwd });
    expect(seen.at(-1)).toMatch(/^concordat-\w+\.ledger$/);
    expect((await readdir(cwd)).filter((name) => name.endsWith(".ledger"))).toEqual([]);
  });

  test("is not written where nothing is made, nor for the reference server", async () => {
    const cwd = await temporaryFolder();
    const { flags } = await watchedSahut(async () => undefined);
    await concordat(["check", ...flags, "--read-only", "--only", "sahut/keys"], { cwd });
    await concordat(["check", "--only", "sahut/create"], { cwd });
    await concordat(["check", ...flags, "--only", "sahut/nothing"], { cwd });
    expect(await readdir(cwd)).toEqual([]);
  });

  test("stays when something cannot be put to rest, and the check says what to do", async () => {
    const cwd = await temporaryFolder();
    const { flags, url } = await watchedSahut();
    const broken = await proxyOf(url, undefined, 8);
    const there = flags.map((flag) => flag.replace(url, broken.url));
    const { stderr } = await concordat(["check", ...there, "--only", "sahut/update"], { cwd });
    const [, path = "none"] =
      /^Not put to rest: .+ To try again: concordat clean (\S+)$/m.exec(stderr) ?? [];
    const { targets } = await readLedger(join(cwd, path));
    expect(targets[0]?.open.length).toBeGreaterThan(0);
    const { code, stdout } = await concordat(["clean", path, ...there.slice(4)], { cwd });
    expect(stdout).toContain("still open: ");
    expect(code).toBe(3);
  });
});

describe("clean refuses with what to do", () => {
  const head = { ledger: 1, run: "k3x9f2ab", startedAt: "2026-04-02T12:00:00.000Z" };
  const targets = [{ api: "sahut", url: "http://127.0.0.1:9/v1" }];
  const rest = { operationId: "deleteWebhook", path: { id: "wh_1" }, purpose: "put to rest" };
  const made = { api: "sahut", made: "webhook wh_1", rest };
  const lines = (...values: readonly unknown[]): string =>
    values
      .map((value) => `${typeof value === "string" ? value : JSON.stringify(value)}\n`)
      .join("");

  test.each([
    ["a file that is not there", undefined, /cannot be read: there is no such file/],
    ["a file that is no ledger", "{}\n", /is no ledger of concordat check/],
    [
      "a broken line",
      lines({ ...head, targets }, "{", made),
      /^concordat: Line 2 of .+ is no line/,
    ],
    ["no key", lines({ ...head, targets }, made), /No key for sahut: give --key, SAHUT_KEY/],
  ])("%s", async (_, text, message) => {
    const cwd = await temporaryFolder();
    if (text !== undefined) await writeFile(join(cwd, "a.ledger"), text);
    const { code, stderr } = await concordat(["clean", "a.ledger"], { cwd });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test("and says what was under way, and what stays, leaving out a line that was cut off", async () => {
    const cwd = await temporaryFolder();
    const sends = { api: "sahut", sends: 7, request: "POST (a new conversation)" };
    const contact = { api: "sahut", made: "contact ct_1" };
    const text = `${lines({ ...head, targets }, contact, sends)}{"api":"sah`;
    await writeFile(join(cwd, "a.ledger"), text);
    const { code, stdout } = await concordat(["clean", "a.ledger"], { cwd });
    expect(stdout).toContain("  contact ct_1: stays, since the API cannot delete it\n");
    expect(stdout).toContain("  POST (a new conversation) was under way when the run ended;");
    expect(code).toBe(0);
  });
});
