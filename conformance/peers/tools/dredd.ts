import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asThreeZero } from "../older.ts";
import type { Alarm, Peer } from "../peer.ts";
import { ofPackage, versionOf } from "../place.ts";
import { run } from "../program.ts";
import { addressOf } from "../script.ts";

const name = "dredd";

/** Dredd plays each documented answer; its hooks provoke those that our script knows how to, and skip the others. */
export const dredd: Peer = {
  name: "dredd",
  version: versionOf(name),
  licence: "MIT",
  command: "dredd contract.json URL --hookfiles=hooks.js",
  about:
    "Hooks give each documented status the request of our script that a sound server answers so; statuses that none provokes are skipped.",
  random: false,
  share: "all",
  async run(task) {
    // Ids are those of this server, statuses those of a sound one.
    const steps = task.script.map((step, place) => ({
      operation: step.operation,
      method: step.method,
      template: step.template,
      path: new URL(task.url).pathname + addressOf(step),
      authorization: step.authorization,
      body: step.body === undefined ? "" : JSON.stringify(step.body),
      status: String(task.rehearsal[place]?.status),
    }));
    const contract = join(task.folder, "older.json");
    await writeFile(contract, JSON.stringify(asThreeZero(task.contract)));
    const report = join(task.folder, "dredd.json");
    const hooks = join(task.folder, "hooks.cjs");
    await writeFile(hooks, hooksFile(steps, report));
    const { stdout, stderr } = await run(
      process.execPath,
      [ofPackage(name, "bin/dredd"), contract, task.url, `--hookfiles=${hooks}`],
      { cwd: task.folder },
    );
    const text = await readFile(report, "utf8").catch(() => {
      throw new Error(`dredd has no report: ${(stdout + stderr).slice(-500)}`);
    });
    return alarmsOf(JSON.parse(text));
  },
};

/** Runs inside Dredd. */
const hooksFile = (steps: readonly unknown[], report: string): string => `
const hooks = require("hooks");
const { writeFileSync } = require("node:fs");
const steps = ${JSON.stringify(steps)};
const results = [];
const fits = (template, uri) =>
  new RegExp("(/v1)" + template.replace(/\\{\\w+\\}/g, "[^/?]+") + "(\\\\?.*)?$").test(uri);
hooks.beforeEach((transaction, done) => {
  const step = steps.find(
    (each) =>
      each.method === transaction.request.method &&
      each.status === String(transaction.expected.statusCode) &&
      fits(each.template, transaction.fullPath),
  );
  if (step === undefined) { transaction.skip = true; return done(); }
  transaction.fullPath = step.path;
  transaction.request.body = step.body;
  for (const name of Object.keys(transaction.request.headers)) if (name.toLowerCase() === "authorization") delete transaction.request.headers[name];
  if (step.authorization !== null) transaction.request.headers.Authorization = step.authorization;
  transaction.operation = step.operation;
  done();
});
hooks.beforeEachValidation((transaction, done) => {
  // It compares whole headers, and the contract says nothing of a charset.
  const { headers } = transaction.expected;
  const [, got = ""] = Object.entries(transaction.real.headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  for (const name of Object.keys(headers))
    if (name.toLowerCase() === "content-type" && got.split(";")[0].trim() === headers[name]) headers[name] = got;
  done();
});
hooks.afterEach((transaction, done) => {
  if (!transaction.skip) {
    const { valid, fields = {} } = transaction.results ?? {};
    const errors = Object.entries(fields).flatMap(([field, { errors = [] }]) => errors.map(({ message }) => field + ": " + message));
    results.push({ operation: transaction.operation, expected: transaction.expected.statusCode, valid: valid === true, errors });
  }
  done();
});
hooks.afterAll((_, done) => { writeFileSync(${JSON.stringify(report)}, JSON.stringify(results)); done(); });
`;

interface Result {
  readonly operation: string;
  readonly expected: string;
  readonly valid: boolean;
  readonly errors: readonly string[];
}

function alarmsOf(report: unknown): readonly Alarm[] {
  // as: our own hooks have written it.
  const results = report as readonly Result[];
  return results.flatMap(({ operation, expected, valid, errors }) =>
    valid
      ? []
      : (errors.length > 0 ? errors : ["invalid"]).map((error) => ({
          operations: [operation],
          text: `${expected}: ${error}`,
        })),
  );
}
