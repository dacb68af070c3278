import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "../../contract/json.ts";
import type { Alarm, Peer, Task } from "../peer.ts";
import { ofPython } from "../place.ts";
import { run } from "../program.ts";

const program = ofPython("schemathesis");

const schemathesis = (examples: number | undefined, share: Peer["share"]): Peer => {
  const budget = examples === undefined ? [] : ["--max-examples", String(examples)];
  return {
    name:
      examples === undefined
        ? "schemathesis, default budget"
        : `schemathesis, ${examples} examples`,
    version: versionOf(),
    licence: "MIT",
    command: `schemathesis run contract.json --url URL --header 'Authorization: Bearer KEY' --checks all --continue-on-failure --generation-database none ${budget.map((word) => `${word} `).join("")}--seed N --report ndjson`,
    about:
      "All checks, all four phases: examples, coverage, fuzzing, stateful by the contract's links and by inference.",
    random: true,
    share,
    async run(task) {
      const report = join(task.folder, "events.ndjson");
      await run(
        program,
        [
          ...["run", task.contractFile, "--url", task.url],
          ...["--header", `Authorization: Bearer ${task.prepared.key}`],
          ...["--checks", "all", "--continue-on-failure", "--generation-database", "none"],
          ...[...budget, "--seed", String(task.seed), "--no-color"],
          ...["--report", "ndjson", "--report-ndjson-path", report],
        ],
        { cwd: task.folder, timeoutMs: 600_000 },
      );
      return alarmsOf(await readFile(report, "utf8"), task);
    },
  };
};

/** Every failed check of every event of a report, which has an event a line. */
export function alarmsOf(
  text: string,
  { operationAt }: Pick<Task, "operationAt">,
): readonly Alarm[] {
  const found = new Map<string, Alarm>();
  for (const line of text.split("\n")) {
    if (!line.includes('"failure_info"')) continue;
    for (const failure of failuresIn(JSON.parse(line))) {
      const [method = "", path = ""] = String(failure.operation).split(" ");
      const operation = operationAt(method, path);
      // Behind the first paragraph come a schema, of which the place is kept, and the value. A hint names what was made at
      // random, line breaks and all.
      const [paragraph = ""] = String(failure.message).split("\n\n");
      const [place = ""] = /^Schema at .*$/m.exec(String(failure.message)) ?? [];
      const said = [paragraph.replace(/^Hint:[\s\S]*/m, ""), place].join("\n");
      const alarm = {
        operations: operation === undefined ? [] : [operation],
        text: `${failure.title}\n${said}`,
      };
      found.set(JSON.stringify(alarm), alarm);
    }
  }
  return [...found.values()];
}

function failuresIn(value: unknown): readonly { readonly [member: string]: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(failuresIn);
  if (!isObject(value)) return [];
  const { failure_info: info, ...others } = value;
  const here = isObject(info) && isObject(info.failure) ? [info.failure] : [];
  return [...here, ...Object.values(others).flatMap(failuresIn)];
}

function versionOf(): string {
  if (!existsSync(program)) return "not installed";
  return execFileSync(program, ["--version"], { encoding: "utf8" }).trim().split(" ").at(-1) ?? "";
}

export const schemathesisPeers: readonly Peer[] = [
  schemathesis(10, "all"),
  schemathesis(undefined, "all"),
  schemathesis(300, "tenth"),
];
