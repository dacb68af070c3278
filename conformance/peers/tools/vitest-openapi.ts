import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { arrayAt, isObject } from "../../contract/json.ts";
import { asThreeZero } from "../older.ts";
import type { Alarm, Peer } from "../peer.ts";
import { ofPackage, projectFolder, versionOf } from "../place.ts";
import { run } from "../program.ts";
import { addressOf } from "../script.ts";

const name = "vitest-openapi";

/** A test for each step of our script, which says nothing but that its answer satisfies the contract. */
export const vitestOpenapi: Peer = {
  name: "vitest-openapi",
  version: versionOf(name),
  licence: "MIT",
  command: "vitest run: expect(answer).toSatisfyApiSpec() for each request of our scripted client",
  about:
    "It looks at status and body of what the scripted client gets, and asks nothing itself. The contract is put in the words of OpenAPI 3.0 for it.",
  random: false,
  share: "all",
  async run(task) {
    // It knows OpenAPI 3.0 alone.
    const contract = join(task.folder, "older.json");
    await writeFile(contract, JSON.stringify(asThreeZero(task.contract)));
    const steps = task.script.map((step) => ({ ...step, address: addressOf(step) }));
    await writeFile(join(task.folder, "steps.json"), JSON.stringify({ url: task.url, steps }));
    await writeFile(join(task.folder, "contract.test.mjs"), testFile(contract));
    const vitest = join(projectFolder, "node_modules/vitest/vitest.mjs");
    const report = join(task.folder, "vitest.json");
    await run(
      process.execPath,
      [vitest, "run", "--root", task.folder, "--reporter", "json", "--outputFile", report],
      { cwd: task.folder },
    );
    const results: unknown = JSON.parse(await readFile(report, "utf8"));
    const [file] = arrayAt(results, "testResults").filter(isObject);
    if (file === undefined || arrayAt(file, "assertionResults").length === 0)
      throw new Error(`vitest ran nothing: ${String(file?.message).slice(0, 300)}`);
    const alarms = alarmsOf(results);
    const unknown = alarms.find(({ text }) => text.includes("Invalid Chai property"));
    if (unknown !== undefined) throw new Error(`its matcher is not there: ${unknown.text}`);
    return alarms;
  },
};

const testFile = (contract: string): string => `
import { readFileSync } from "node:fs";
import { expect, test } from "${join(projectFolder, "node_modules/vitest/dist/index.js")}";
import plugin from "${ofPackage(name, "dist/index.js")}";
globalThis.expect = expect;
(plugin.default ?? plugin)(${JSON.stringify(contract)});
const { url, steps } = JSON.parse(readFileSync(new URL("steps.json", import.meta.url), "utf8"));
for (const [place, step] of steps.entries())
  test(step.operation + " " + place, async () => {
    const answer = await fetch(url + step.address, {
      method: step.method,
      redirect: "manual",
      headers: {
        ...(step.authorization && { authorization: step.authorization }),
        ...(step.body !== undefined && { "content-type": "application/json" }),
      },
      ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
    });
    const text = await answer.text();
    let data = text;
    try { data = JSON.parse(text); } catch {}
    // What axios would have made of it.
    const { pathname } = new URL(url + step.address);
    const headers = Object.fromEntries(answer.headers);
    expect({ status: answer.status, headers, data, request: { method: step.method, path: pathname } }).toSatisfyApiSpec();
  });
`;

function alarmsOf(report: unknown): readonly Alarm[] {
  return arrayAt(report, "testResults")
    .flatMap((file) => arrayAt(file, "assertionResults"))
    .filter(isObject)
    .filter(({ status }) => status === "failed")
    .map(({ title, failureMessages }) => ({
      operations: [String(title).split(" ")[0] ?? ""],
      text: saidIn(Array.isArray(failureMessages) ? failureMessages.join("\n") : ""),
    }));
}

/** The message without the answer and the schema that follow it. */
const saidIn = (message: string): string =>
  message.split(/\n\n(?:received contained|The '| {4}at )/)[0] ?? "";
