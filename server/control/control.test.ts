import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createControlClient } from "../../generated/control/client.ts";
import { banner } from "../banner.ts";
import { startServer } from "../main.ts";
import { serve } from "../testing.ts";
import { openBench } from "./testing.ts";

test("the typed client needs no key", async () => {
  const { url, inbox } = await openBench();
  const client = createControlClient({ baseUrl: url });
  const { data, error } = await client.POST("/failures", {
    body: { api: "sahut", operation_id: "listContacts", status: 422 },
  });
  expect(error).toBeUndefined();
  expect(data).toMatchObject({ status: 422, times: 1 });
  expect((await inbox("GET", "/contacts")).status).toBe(422);
  const unknown = await client.POST("/sarufi/sessions/{id}/close", {
    params: { path: { id: "01HX" } },
  });
  expect(unknown).toMatchObject({ status: 404, error: { message: expect.any(String) } });
});

test("a server has no control plane unless it is asked for one", async () => {
  const [without, with_] = [await serve(), await serve({ control: 0 })];
  expect(without.control).toBeUndefined();
  expect(banner(without)).not.toContain("Control");
  expect(with_.control?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(banner(with_)).toContain(`Control ${with_.control?.url}`);
});

test("it is apart from the APIs' port, and theirs has nothing of it", async () => {
  const { url, sahut } = await openBench();
  const response = await fetch(new URL("/clock", sahut.url));
  expect(response.status).toBe(404);
  expect(new URL(url).port).not.toBe(new URL(sahut.url).port);
});

test("it listens on the loopback address, wherever the APIs do", async () => {
  const server = await serve({ control: 0, host: "0.0.0.0" });
  expect(new URL(server.control?.url ?? "").hostname).toBe("127.0.0.1");
});

test("a port in use is refused in a sentence that names its flag, and leaves no server behind", async () => {
  const { url } = await openBench();
  const control = Number(new URL(url).port);
  await expect(startServer({ control })).rejects.toThrow(
    `Port ${control} on 127.0.0.1 is in use. Give another one with --control.`,
  );
});

test("nothing of it is loaded unless it is asked for", async () => {
  const main = join(import.meta.dirname, "../main.ts");
  const program = (options: string) => `
    import { createRequire } from "node:module";
    import { startServer } from ${JSON.stringify(main)};
    await (await startServer(${options})).close();
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(loaded.some((name) => name.includes("prom-client")));`;
  const run = async (options: string) => {
    const args = ["--input-type=module", "--eval", program(options)];
    return (await promisify(execFile)(process.execPath, args)).stdout.trim();
  };
  expect(await run("{ control: 0 }")).toBe("true");
  expect(await run("{}")).toBe("false");
});
