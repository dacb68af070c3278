import { expect, test } from "vitest";
import { checkTargets } from "../check-targets.ts";
import { at } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { jsonReport } from "../report/json.ts";
import { runSuite } from "../run.ts";
import { freePort } from "../testing/free-port.ts";
import { referenceOf } from "../testing/reference.ts";
import { type Received, serverThat } from "../testing/server.ts";

const webhooksIn = (exchanges: readonly Exchange[]) =>
  exchanges.filter(({ call }) => call.operationId === "createWebhook");

/** Runs what is judged of deliveries, and gives the outcome of each by the end of its id. */
async function outcomes(given: Readonly<Record<string, readonly string[]>>, url?: string) {
  const target = await referenceOf("sahut");
  const fixtures = new Map([...target.fixtures, ...Object.entries(given)]);
  const { judged, exchanges } = await runSuite(target.suite, {
    ...target,
    ...(url !== undefined && { url }),
    fixtures,
    selects: (id) => id.startsWith("sahut/deliveries/are-"),
  });
  const named = judged.map(({ requirement, outcome }) => [
    requirement.id.replace("sahut/deliveries/", ""),
    outcome,
  ]);
  return { exchanges, named: Object.fromEntries(named) };
}

test("a target on this machine delivers without being told where", async () => {
  const { named } = await outcomes({});
  expect(named["are-signed"]).toEqual({ name: "passed" });
  expect(named["are-retried"]).toEqual({ name: "passed" });
});

test("what takes three quarters of an hour is not waited for unless wanted", async () => {
  const { named } = await outcomes({});
  expect(named["are-retried-five-times"]).toMatchObject({
    name: "untestable",
    obstacle: { kind: "fixture", fixture: "receiver_patience" },
  });
});

test("the target is told the address that leads to the receiver", async () => {
  // A tunnel, as it were: whatever comes is passed on.
  const passed: Received[] = [];
  const port = await freePort();
  const tunnel = await serverThat(async (request, response) => {
    passed.push(request);
    const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, {
      method: request.method,
      body: new Uint8Array(request.body),
      headers: { "x-sahut-signature": String(request.headers["x-sahut-signature"]) },
    });
    response.writeHead(answer.status).end();
  });
  const { exchanges, named } = await outcomes({
    receiver_url: [`${tunnel.url}/hooks/`],
    receiver_listen: [`127.0.0.1:${port}`],
  });
  const [made] = webhooksIn(exchanges);
  const address = new RegExp(`^${tunnel.url}/hooks/concordat/\\w+/[0-9a-f]{32}$`);
  expect(at(made?.call.body, "url")).toMatch(address);
  expect(passed.length).toBeGreaterThan(5);
  expect(named["are-signed"]).toEqual({ name: "passed" });
});

test("a place where nothing can listen is told as such", async () => {
  const taken = new URL((await serverThat((_, response) => void response.end())).url).host;
  const { named } = await outcomes({ receiver_listen: [taken] });
  expect(named["are-signed"]).toMatchObject({
    name: "untestable",
    obstacle: { fixture: "receiver_listen", reason: expect.stringContaining("EADDRINUSE") },
  });
});

test("no report shows the secret of a webhook", async () => {
  const target = await referenceOf("sahut");
  const { origin, pathname } = new URL(target.url);
  const secrets: string[] = [];
  const gateway = await serverThat(async (request, response) => {
    const { authorization = "" } = request.headers;
    const answer = await fetch(`${origin}${request.url}`, {
      method: request.method,
      headers: { authorization, "content-type": "application/json" },
      ...(request.body.length > 0 && { body: new Uint8Array(request.body) }),
    });
    const text = await answer.text();
    const secret = /whsec_\w+/.exec(text)?.[0];
    if (secret !== undefined) secrets.push(secret);
    // Another address than was asked for is a finding, which shows the answer with the secret in it.
    const changed = text.replace(/"url":"[^"]*"/, '"url":"https://example.com/"');
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(request.url?.endsWith("/webhooks") ? changed : text);
  });
  const report = await checkTargets([{ ...target, url: `${gateway.url}${pathname}` }], {
    only: ["sahut/webhooks/answer-shows-the-webhook"],
    clock: target.clock,
  });
  const text = jsonReport(report);
  expect(text).toContain('\\"secret\\":\\"(a secret)\\"');
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of secrets) expect(text).not.toContain(secret);
});
