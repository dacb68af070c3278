import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { DocsError } from "./docs-error.ts";
import { redocly } from "./redocly.ts";

const root = join(import.meta.dirname, "../..");

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("what Redocly gives up on is told in its own words", async () => {
  const folder = await emptyFolder();
  const failure = redocly(["build-docs", "nowhere.json", "--output=page.html"], folder);
  await expect(failure).rejects.toThrow(DocsError);
  await expect(failure).rejects.toThrow(/^redocly build-docs failed: .*nowhere\.json/s);
});

test("where Redocly is not installed, one sentence says what to do", async () => {
  const folder = await emptyFolder();
  for (const path of [".redocly.env", "openapi/docs/redocly.ts", "openapi/docs/docs-error.ts"]) {
    await cp(join(root, path), join(folder, path));
  }
  const program = `import { redocly } from "./openapi/docs/redocly.ts";
await redocly(["build-docs"], ".").catch((error) => console.log(error.name, error.message));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", program],
    { cwd: folder },
  );
  expect(stdout).toBe(
    "DocsError Redocly's command line, @redocly/cli, is not here: run `npm ci`.\n",
  );
});
