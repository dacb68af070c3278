import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { served } from "./conformance/testing/cli.ts";
import { objectOf } from "./openapi/generate/json.ts";

const read = (name: string) => readFile(join(import.meta.dirname, name), "utf8");

/** No container engine is needed here: what is written down is held to what is there. */
const dockerfile = await read("Dockerfile");
const compose = objectOf(parse(await read("compose.yaml")));

test("what the image is made of is there", () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  expect(copied).toContain("package-lock.json");
  expect(copied.filter((name) => !existsSync(join(import.meta.dirname, name)))).toEqual([]);
});

test("the image runs the server as nobody in particular, by the program of the package", async () => {
  const { bin } = JSON.parse(await read("package.json"));
  const [, words = ""] = /^ENTRYPOINT (.+)$/m.exec(dockerfile) ?? [];
  expect(JSON.parse(words).slice(0, 3)).toEqual(["node", bin.concordat, "serve"]);
  expect(dockerfile.trim().split("\n").at(-5)).toBe("USER node");
});

test("the image is healthy while the server answers, and not when it does not", async () => {
  const [, words = ""] = /^HEALTHCHECK .* CMD (.+)$/m.exec(dockerfile) ?? [];
  const [program, , script = ""] = JSON.parse(words);
  expect(program).toBe("node");
  const { sahut, terminate } = await served();
  const { origin } = new URL(sahut.url);
  // The script asks where the image listens; here it asks the server that is there.
  const codes: unknown[] = [];
  const check = () =>
    new Promise<void>((resolve) => {
      const exit = (code: number) => {
        codes.push(code);
        resolve();
      };
      new Function("process", script.replace("http://127.0.0.1:4010", origin))({ exit });
    });
  await check();
  await terminate();
  await check();
  expect(codes).toEqual([0, 1]);
});

test("the balancer leads to the instances, which wait for the database", () => {
  const services = objectOf(compose.services);
  const { content } = objectOf(objectOf(compose.configs).balancer);
  const servers = [...String(content).matchAll(/^ *server (\S+) \1:4010$/gm)].map(
    ([, name]) => name,
  );
  expect(servers).toEqual(["one", "two"]);
  for (const name of servers) {
    expect(services[String(name)]).toMatchObject({
      build: ".",
      environment: { CONCORDAT_DATABASE_URL: expect.stringContaining("@database/") },
      depends_on: { database: { condition: "service_healthy" } },
    });
  }
});

test("no secret is written down", async () => {
  expect(await read("compose.yaml")).not.toMatch(/password: (?!\$\{)/i);
});
