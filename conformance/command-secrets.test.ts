import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { concordat, type Surroundings } from "./testing/cli.ts";
import { sendJson, serverThat } from "./testing/server.ts";
import { temporaryFolder } from "./testing/suite.ts";

const canary = "canary-5f3a-9b";

/** What the canary looks like in base64, wherever it stands in what is encoded. */
const encoded = [0, 1, 2].map((before) =>
  Buffer.from(`${" ".repeat(before)}canary-5f3a`)
    .toString("base64")
    .slice(before === 0 ? 0 : before + 1, -4),
);
const trace = RegExp(`.{0,40}(?:canary|5f3a|${encoded.join("|")}).{0,40}`, "g");

/** Where a text shows something of the canary. */
const tracesIn = (text: string): readonly string[] => text.match(trace) ?? [];

test("the canary is seen in every form", () => {
  for (const text of [canary, `Bearer ${canary}`, `a ${canary}`, `ab ${canary}`]) {
    expect(tracesIn(text)).toHaveLength(1);
    expect(tracesIn(Buffer.from(text).toString("base64"))).toHaveLength(1);
  }
  expect(tracesIn("Bearer $SAHUT_KEY")).toEqual([]);
});

/** A server that tells everybody what it was sent, in bodies, headers and everywhere. */
const gossip = (status: number) =>
  serverThat((request, response) => {
    const authorization = request.headers.authorization ?? "";
    response.setHeader("x-authorization", authorization);
    response.setHeader("x-base64", Buffer.from(authorization, "latin1").toString("base64"));
    response.setHeader("location", `/?key=${encodeURIComponent(authorization)}`);
    sendJson(response, status, {
      error: { code: authorization, message: JSON.stringify(authorization), status },
      [authorization]: request.headers,
    });
  });

/** Everything that a check printed and wrote. */
async function output(
  args: readonly string[],
  { env = {}, cwd = "" }: Surroundings,
): Promise<string> {
  const { stdout, stderr } = await concordat([...args, "--report", "out"], { env, cwd });
  const files = await readdir(join(cwd, "out"));
  const written = [
    "badge.svg",
    "exchanges.har",
    "junit.xml",
    "report.html",
    "report.json",
    "report.md",
  ];
  expect(files.toSorted()).toEqual(written);
  const texts = await Promise.all(files.map((file) => readFile(join(cwd, "out", file), "utf8")));
  return [stdout, stderr, ...texts].join("\n");
}

test.each([200, 401, 500])(
  "the key is nowhere, when the target repeats it in a %i",
  async (status) => {
    const { url, received } = await gossip(status);
    const args = ["check", "--api", "sahut", "--url", url, "--key", canary];
    const all = await output(args, { cwd: await temporaryFolder() });
    expect(received[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    expect(tracesIn(all)).toEqual([]);
  },
);

test("a key that cannot be sent is nowhere", async () => {
  const { url } = await gossip(200);
  const args = ["check", "--api", "sahut", "--url", url, "--key", `${canary}/+é "q"\n…`];
  expect(tracesIn(await output(args, { cwd: await temporaryFolder() }))).toEqual([]);
});

test("a key among the fixtures is nowhere", async () => {
  const { url, received } = await gossip(200);
  const cwd = await temporaryFolder();
  const fixtures = {
    contact_id: "ct_1",
    channel_id: "ch_1",
    read_only_key: `\${CANARY}`,
    other_workspace_key: `${canary}-other`,
    limited_key: { key: `${canary}-limited`, requests_per_minute: 1 },
  };
  const section = { url, key: "sk_live_1", fixtures };
  await writeFile(join(cwd, "config.yaml"), JSON.stringify({ sahut: section }));
  const env = { CANARY: `${canary}-read` };
  expect(tracesIn(await output(["check", "--config", "config.yaml"], { cwd, env }))).toEqual([]);
  const keys = received.map(({ headers }) => headers.authorization);
  expect(keys.length).toBeGreaterThan(1);
});

test("a mistake beside a key does not repeat it", async () => {
  const args = ["check", "--api", "sahut", "--key", canary, "--fixture", canary];
  const { code, stdout, stderr } = await concordat([...args, "--url", "https://b.example.com"]);
  expect(code).toBe(2);
  expect(tracesIn(stdout + stderr)).toEqual([]);
});

test("a plan names no key", async () => {
  const args = [
    "check",
    "--api",
    "sahut",
    "--url",
    "http://127.0.0.1:9",
    "--key",
    canary,
    "--plan",
  ];
  const { code, stdout, stderr } = await concordat(args);
  expect(code).toBe(0);
  expect(tracesIn(stdout + stderr)).toEqual([]);
});
