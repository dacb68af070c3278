import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { concordat } from "./conformance/testing/cli.ts";

test("mock names each address once it answers, and ends with 0 on Ctrl+C", async () => {
  const child = spawn(process.execPath, ["cli.ts", "mock", "--port", "0", "--dynamic"], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const closed = once(child, "close");
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === 2) break;
  }
  const [sahut = "", sarufi = ""] = lines.map((line) => line.split(/ +/).at(-1));
  expect(lines).toEqual([`sahut   ${sahut}`, `sarufi  ${sarufi}`]);
  const refusal = once(child.stderr, "data");
  expect((await fetch(`${sahut}/conversations`)).status).toBe(401);
  expect((await fetch(`${sarufi}/nowhere`)).status).toBe(404);
  expect(String(await refusal)).toMatch(/^sahut: .*Request received/m);
  child.kill("SIGINT");
  expect(await closed).toEqual([0, null]);
});

test("mock says in one sentence that a port is in use, and keeps none", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = other.address() as { port: number };
  const { code, stdout, stderr } = await concordat(["mock", "--port", String(port - 1)]);
  // The one before it may be taken as well, by a neighbour.
  expect(stderr).toMatch(
    /^concordat: Port \d+ on 127\.0\.0\.1 is in use\. Give another one with --port\.\n$/,
  );
  expect(stdout).toBe("");
  expect(code).toBe(2);
});
