import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { arrayAt, isObject } from "../../contract/json.ts";
import { version } from "../../version.ts";
import type { Alarm, Peer, Task } from "../peer.ts";
import { projectFolder } from "../place.ts";
import { run } from "../program.ts";

/** Ours, by its command line, as a process of its own; with one key, or with all that a tester may have. */
const concordat = (
  name: string,
  about: string,
  share: Peer["share"],
  knows: (fixture: { readonly name: string; readonly secret?: true }) => boolean,
): Peer => ({
  name,
  version,
  licence: "MIT",
  command: "concordat check --config concordat.config.yaml --report report",
  about,
  random: false,
  share,
  async run(task) {
    const config = join(task.folder, "config.yaml");
    await writeFile(config, JSON.stringify(settings(task, knows)));
    const report = join(task.folder, "report");
    const args = ["cli.ts", "check", "--config", config, "--report", report];
    await run(process.execPath, args, { cwd: projectFolder });
    return alarmsOf(JSON.parse(await readFile(join(report, "report.json"), "utf8")));
  },
});

/** JSON is YAML, too. */
function settings(
  { api, url, prepared, config }: Task,
  knows: Parameters<typeof concordat>[3],
): unknown {
  const given = config.suite.fixtures.filter(
    (fixture) => config.fixtures.has(fixture.name) && knows(fixture),
  );
  const fixtures = given.map(({ name }) => {
    const values = config.fixtures.get(name) ?? [];
    return [name, values.length === 1 ? values[0] : values];
  });
  return {
    [api]: { url, key: prepared.key, features: ["all"], fixtures: Object.fromEntries(fixtures) },
  };
}

function alarmsOf(report: unknown): readonly Alarm[] {
  return arrayAt(report, "targets").flatMap((target) =>
    arrayAt(target, "requirements")
      .filter(isObject)
      .filter(({ outcome }) => outcome === "failed")
      .flatMap((requirement) =>
        arrayAt(requirement, "findings")
          .filter(isObject)
          .map(({ message, expected, actual }) => ({
            operations: arrayAt(requirement, "operations").map(String),
            text: [requirement.id, requirement.statement, message, expected, actual].join("\n"),
          })),
      ),
  );
}

export const concordatPeers: readonly Peer[] = [
  concordat(
    "concordat",
    "The key and the ids that every tool gets, all features declared.",
    "all",
    ({ secret }) => secret !== true,
  ),
  concordat(
    "concordat, further keys",
    "Also a read-only key and the key of another workspace, which no other tool here takes.",
    "all",
    () => true,
  ),
];
