import { expect, test } from "vitest";
import { checkTargets } from "./check-targets.ts";
import { sahut } from "./sahut/suite.ts";
import { watchedSahut } from "./testing/reference.ts";
import { version } from "./version.ts";

test("every request says who asks, and in which run; what is made bears the run's mark", async () => {
  const { url, flags, received } = await watchedSahut();
  const target = {
    suite: sahut,
    url: `${url}/v1`,
    keys: new Map([["key", flags.at(-1) ?? ""]]),
    features: new Set(["all"]),
    fixtures: new Map(),
  };
  await checkTargets([target], { tag: "k3x9f2ab", only: ["sahut/contacts", "sahut/webhooks"] });
  expect(new Set(received.map(({ headers }) => headers["user-agent"]))).toEqual(
    new Set([`concordat/${version} (run k3x9f2ab)`]),
  );
  const making = (path: string) =>
    received
      .filter((request) => request.method === "POST" && request.url === `/v1/${path}`)
      .map(({ body }) => String(body));
  expect(making("webhooks").filter((body) => body.includes("k3x9f2ab")).length).toBeGreaterThan(1);
  expect(making("contacts").filter((body) => body.includes("k3x9f2ab")).length).toBeGreaterThan(1);
});
