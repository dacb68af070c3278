import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { concordat, served } from "./conformance/testing/cli.ts";
import { temporaryFolder } from "./conformance/testing/suite.ts";

const sh = async (line: string): Promise<unknown> => {
  const { stdout } = await promisify(execFile)("sh", ["-c", line]);
  return JSON.parse(stdout);
};
const noCurl = spawnSync("curl", ["--version"]).error !== undefined;

describe("serve", () => {
  test("says where both APIs are, and which keys they take", async () => {
    const { sahut, sarufi } = await served();
    const conversations = await fetch(`${sahut.url}/conversations`, {
      headers: { authorization: `Bearer ${sahut.key}` },
    });
    expect(conversations.status).toBe(200);
    const session = await fetch(`${sarufi.url}/chatbots/${sarufi.chatbot}/chat/sessions`, {
      method: "POST",
      headers: { authorization: `Bearer ${sarufi.key}` },
    });
    expect(session.status).toBeLessThan(300);
  });

  test("prints curl lines that work when they are pasted", async ({ skip }) => {
    skip(noCurl, "there is no curl on this machine");
    const { banner } = await served();
    const lines = banner.split("\n").filter((line) => line.trimStart().startsWith("curl "));
    expect(lines).toHaveLength(2);
    const [conversations, session] = await Promise.all(lines.map((line) => sh(`${line} --silent`)));
    expect(conversations).toMatchObject({ data: expect.any(Array), meta: { page: 1 } });
    expect(session).toMatchObject({ session_id: expect.any(String) });
  });

  test("opens the control plane where it is told to, says where, and ends all the same", async () => {
    const { banner, terminate } = await served(["--port", "0", "--control", "0"]);
    const [, address = ""] = /^Control +(\S+)$/m.exec(banner) ?? [];
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await terminate()).code).toBe(0);
  });

  test("ends with 0 when it is asked to", async () => {
    const { terminate } = await served();
    const started = performance.now();
    const { code, stderr } = await terminate();
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("ends in time, though a connection is kept open", async () => {
    const { sahut, terminate } = await served();
    await fetch(sahut.url, { headers: { connection: "keep-alive" } });
    const started = performance.now();
    expect((await terminate()).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("says in one sentence that its port is in use", async () => {
    const { port } = new URL((await served()).sahut.url);
    const { code, stdout, stderr } = await concordat(["serve", "--port", port]);
    expect(stderr).toBe(
      `concordat: Port ${port} on 127.0.0.1 is in use. Give another one with --port.\n`,
    );
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("keeps what is written in a file", async () => {
    const data = join(await temporaryFolder(), "inbox.sqlite");
    const conversation = async (
      { sahut: { url, key } }: Awaited<ReturnType<typeof served>>,
      init = {},
    ) => {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const path = `${url}/conversations/conv_01HX2B9K3M5N7P`;
      return (await fetch(path, { headers, ...init })).json();
    };
    const first = await served(["--port", "0", "--data", data]);
    await conversation(first, { method: "PATCH", body: '{"status":"resolved"}' });
    await first.terminate();
    const second = await served(["--port", "0", "--data", data]);
    expect(await conversation(second)).toMatchObject({ data: { status: "resolved" } });
  });

  test("keeps its data in the file of --data, whatever database the environment names", async () => {
    const data = join(await temporaryFolder(), "inbox.sqlite");
    const env = { CONCORDAT_DATABASE_URL: "postgres://127.0.0.1:1/nobody-is-there" };
    const { terminate } = await served(["--port", "0", "--data", data], { env });
    expect(await terminate()).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(data)).toBe(true);
  });

  test("refuses to keep its data in two places that are both asked for", async () => {
    const database = ["--database-url", "postgres://127.0.0.1:1/nobody-is-there"];
    const { code, stderr } = await concordat(["serve", "--data", "a.sqlite", ...database]);
    expect(code).toBe(2);
    expect(stderr).toContain("'--data <file>'");
  });
});
