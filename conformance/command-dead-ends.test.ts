import { expect, test } from "vitest";
import { concordat, type Finished } from "./testing/cli.ts";
import { freePort } from "./testing/free-port.ts";
import { referenceOf } from "./testing/reference.ts";
import { proxyOf, sendJson, serverThat } from "./testing/server.ts";

const check = (url: string, ...more: string[]): Promise<Finished> =>
  concordat(["check", "--api", "sahut", "--url", url, "--key", "sk_live_1", ...more]);

/** What is printed, as one line. */
const told = ({ stdout }: Finished): string => stdout.replace(/\s+/g, " ");

test("a port on which nothing listens ends with 3, and one paragraph says so", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const finished = await check(`${url}/v1`);
  expect(told(finished)).toContain(
    `${url} does not answer: nothing listens there (ECONNREFUSED). Is the deployment running, and is the URL right?`,
  );
  expect(finished.stdout).toMatch(/^sahut +undetermined /m);
  expect(finished.code).toBe(3);
});

test("a key that is refused ends with 3, after one request", async () => {
  const { url } = await referenceOf("sahut");
  const finished = await check(url);
  expect(told(finished)).toMatch(/ The key was refused: GET \S+ was answered 401\. Give a key /);
  expect(finished.stdout).toMatch(/ 1 request,/);
  expect(finished.code).toBe(3);
});

test("a web page in place of the API ends with 3", async () => {
  const { url, received } = await serverThat((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
  });
  const finished = await check(url);
  expect(told(finished)).toContain("this looks like a web page, not the API");
  expect(received).toHaveLength(1);
  expect(finished.code).toBe(3);
});

test("a redirect ends with 3, and the key goes nowhere else", async () => {
  const elsewhere = await serverThat((_, response) => sendJson(response, 200, {}));
  const { url } = await serverThat((_, response) => {
    response.writeHead(301, { location: elsewhere.url }).end();
  });
  const finished = await check(url);
  expect(told(finished)).toContain(`redirects (301) to ${elsewhere.url}`);
  expect(elsewhere.received).toEqual([]);
  expect(finished.code).toBe(3);
});

test("a server that stops answering is left alone, and ends with 3", async () => {
  const { url, keys } = await referenceOf("sahut");
  const { origin, pathname } = new URL(url);
  const proxy = await proxyOf(origin, undefined, 10);
  const finished = await check(`${proxy.url}${pathname}`, "--key", keys.get("key") ?? "");
  expect(told(finished)).toContain("the target stopped answering");
  expect(proxy.received.length).toBeLessThan(20);
  expect(finished.code).toBe(3);
});

test.each([
  [
    "refuses everything with 400",
    400,
    { error: { code: "bad_request", message: "No.", status: 400 } },
  ],
  ["answers everything with 200 {}", 200, {}],
  ["ends in 500 always", 500, {}],
])("a server that %s is nonconformant", async (_, status, body) => {
  const { url } = await serverThat((__, response) => sendJson(response, status, body));
  const { code, stdout } = await check(url);
  expect(stdout).toMatch(/^sahut +nonconformant /m);
  expect(code).toBe(1);
});

test("a server that refuses everything passes no refusal", async () => {
  const { url } = await serverThat((_, response) => sendJson(response, 400, {}));
  const { stdout } = await check(
    url,
    "--only",
    "*/maximum",
    "--only",
    "*/required",
    "--only",
    "*/unknown",
  );
  expect(stdout).toMatch(/^✓ 0 passed/m);
});
