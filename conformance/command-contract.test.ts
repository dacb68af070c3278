import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { concordat } from "./testing/cli.ts";
import { petServer, petsDocument } from "./testing/pets.ts";
import { temporaryFolder } from "./testing/suite.ts";

async function folderWithPets(): Promise<string> {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "pets.json"), JSON.stringify(petsDocument));
  return cwd;
}

test("a check of any contract ends as one of the known APIs does", async () => {
  const cwd = await folderWithPets();
  const { url } = await petServer();
  const flags = ["--contract", "pets.json", "--url", url, "--seed", "7", "--report", "report"];
  const { code, stdout } = await concordat(["check", ...flags], {
    cwd,
    env: { PETS_KEY: "secret-pet-key" },
  });
  expect(stdout).toMatch(/^pets +conformant +\d+ of \d+ promises hold/m);
  expect(code).toBe(0);
  const report = await readFile(join(cwd, "report/report.json"), "utf8");
  expect(JSON.parse(report)).toMatchObject({ seed: 7, targets: [{ api: "pets" }] });
  expect(report).not.toContain("secret-pet-key");
});

test("a fault ends it with 1, and a curl line shows it with the key in its own place", async () => {
  const cwd = await folderWithPets();
  const { url } = await petServer("takes any kind");
  const flags = ["--contract", "pets.json", "--url", url, "--key", "secret-pet-key"];
  const { code, stdout } = await concordat(
    ["check", ...flags, "--only", "pets/derived/createPet/body/kind"],
    { cwd },
  );
  expect(stdout).toContain('-H "X-Key: $PETS_KEY"');
  expect(code).toBe(1);
});

test("a plan shows what would be sent, deletions too, and sends nothing", async () => {
  const cwd = await folderWithPets();
  const { url, received } = await petServer();
  const { code, stdout } = await concordat(
    ["check", "--contract", "pets.json", "--url", url, "--plan"],
    { cwd },
  );
  expect(stdout).toMatch(/DELETE \/pets\/\d+ {2}\(a valid request\)/);
  expect(received).toEqual([]);
  expect(code).toBe(0);
});

test.each([
  [
    ["--contract", "pets.json"],
    /No URL for pets\.json: give --url or PETS_URL, such as --url https:\/\/pets\.example\.com\/v1, which the document names\./,
  ],
  [["--contract", "pets.json", "--api", "sahut"], /--api does not go with --contract/],
  [
    ["--contract", "cats.json", "--url", "http://127.0.0.1:1"],
    /cats\.json cannot be read: there is no such file/,
  ],
  [
    ["--contract", "pets.json", "--url", "http://127.0.0.1:1", "--fixture", "petID=7"],
    /Unknown fixture `petID` in pets\.fixtures\. Allowed: petId\. Did you mean petId\?/,
  ],
])("%j is wrong usage", async (flags, message) => {
  const { code, stderr } = await concordat(["check", ...flags], { cwd: await folderWithPets() });
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

test("a recording of it is judged again, offline, by the same document", async () => {
  const cwd = await folderWithPets();
  const { url, received } = await petServer("takes any kind");
  const env = { PETS_KEY: "secret-pet-key" };
  const flags = ["--contract", "pets.json", "--seed", "3"];
  const live = await concordat(["check", ...flags, "--url", url, "--report", "report"], {
    cwd,
    env,
  });
  const { length } = received;
  const again = await concordat(
    ["check", "--contract", "pets.json", "--replay", "report/exchanges.har"],
    { cwd },
  );
  const countsOf = (text: string) => /✓ .*/.exec(text)?.[0];
  expect(countsOf(again.stdout)).toBe(countsOf(live.stdout));
  expect(again.code).toBe(1);
  expect(received).toHaveLength(length);
});
