import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ConversationList } from "../../generated/sahut/types.ts";
import { banner } from "../banner.ts";
import { emptyStoreOptions } from "../store/testing/empty.ts";
import { caller, serve } from "../testing.ts";

async function readmeFile(): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  const example = /```yaml\n(sahut:\n {2}- id: ws_shop\n[^`]*)```/.exec(readme)?.[1];
  if (example === undefined) throw new Error("README.md shows no seed data.");
  const folder = await mkdtemp(join(tmpdir(), "concordat-seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "shop.yaml"), example);
  return join(folder, "shop.yaml");
}

test("a server starts with the README's seed data, and its banner does not speak of the demo", async () => {
  const { store } = await emptyStoreOptions();
  const server = await serve({ seedData: await readmeFile(), ...store });
  const { body } = await caller(server.sahut.url, "sk_live_shop")<ConversationList>(
    "GET",
    "/conversations",
  );
  expect(body.data).toMatchObject([{ contact: { name: "Budi Santoso" } }]);
  expect(banner(server)).toContain(server.sahut.url);
  expect(banner(server)).not.toContain("key");
});
