import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "../../contract/json.ts";
import type { Alarm, Peer, Task } from "../peer.ts";
import { ofPackage, versionOf } from "../place.ts";
import { run } from "../program.ts";

const name = "specmatic";
const jar = ofPackage(name, "specmatic.jar");

const specmatic = (title: string, generative: boolean): Peer => ({
  name: title,
  version: versionOf(name),
  licence: "MIT",
  command: `${generative ? "SPECMATIC_GENERATIVE_TESTS=true " : ""}apiKey=KEY java -jar specmatic.jar test contract.json --lenient --examples=examples --filter=FILTER --testBaseURL URL --junitReportDir=junit`,
  about:
    "External examples: each request of our script that a sound server accepts, with that answer. The examples inside the contract, and the discriminators, which it reads otherwise, are taken out for it; of two successes it is given the one that a sound server gives.",
  // What it makes up differs from run to run, and it takes no seed: three runs are all there is time for.
  random: false,
  share: generative ? "tenth" : "all",
  async run(task) {
    const contract = join(task.folder, "adapted.json");
    await writeFile(contract, JSON.stringify(withoutExamples(task.contract)));
    await writeExamples(task);
    const successes = new Map(
      task.rehearsal
        .filter(({ status }) => status >= 200 && status < 300)
        .map(({ step, status }) => [`${step.method} ${step.template}`, status] as const),
    );
    // A sound server gives one of two documented successes, and it would ask for both.
    const filter = [...successes].map(([place, status]) => {
      const [method, path] = place.split(" ");
      return `(METHOD='${method}' && PATH='${path}' && STATUS='${status}')`;
    });
    const refusals = generative ? " || STATUS='400' || STATUS='422'" : "";
    const { stdout, stderr } = await run(
      "java",
      [
        ...[
          "-jar",
          jar,
          "test",
          contract,
          "--lenient",
          `--examples=${join(task.folder, "examples")}`,
        ],
        ...[`--testBaseURL=${task.url}`, "--junitReportDir=junit"],
        `--filter=${filter.join(" || ")}${refusals}`,
      ],
      {
        cwd: task.folder,
        timeoutMs: 600_000,
        env: {
          apiKey: task.prepared.key,
          ...(generative && { SPECMATIC_GENERATIVE_TESTS: "true" }),
        },
      },
    );
    const report = join(task.folder, "junit/TEST-junit-jupiter.xml");
    if (!existsSync(report))
      throw new Error(`specmatic has no report: ${(stdout + stderr).slice(-500)}`);
    return alarmsOf(await readFile(report, "utf8"), task);
  },
});

/** Requests with the ids of this server, answers of a sound one. */
async function writeExamples({ folder, script, rehearsal }: Task): Promise<void> {
  const examples = join(folder, "examples");
  await mkdir(examples);
  for (const [place, step] of script.entries()) {
    const sound = rehearsal[place];
    if (sound === undefined || sound.status < 200 || sound.status >= 300) continue;
    const { parameters, template, query, method, body } = step;
    const path = template.replaceAll(/\{(\w+)\}/g, (_, param: string) => parameters[param] ?? "");
    const example = {
      "http-request": {
        method,
        path,
        ...(Object.keys(query).length > 0 && { query }),
        headers: { Authorization: step.authorization },
        ...(body !== undefined && { body }),
      },
      "http-response": {
        status: sound.status,
        ...(sound.body !== "" && { body: JSON.parse(sound.body) }),
      },
    };
    await writeFile(join(examples, `${step.operation}-${place}.json`), JSON.stringify(example));
  }
}

const untold = new Set(["examples", "discriminator", "links"]);

function withoutExamples(value: unknown, owner = ""): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutExamples(each));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => owner === "properties" || !untold.has(name))
      .map(([name, each]) => [name, withoutExamples(each, name)]),
  );
}

function alarmsOf(xml: string, { operationAt }: Task): readonly Alarm[] {
  return [
    ...xml.matchAll(/<testcase [^>]*name="([^"]*)"[^>]*>\s*<failure([\s\S]*?)<\/failure>/g),
  ].map(([, title = "", failure = ""]) => {
    const [, method = "", path = ""] = /Scenario: (\w+) (\S+) -/.exec(plain(title)) ?? [];
    const operation = operationAt(method, path.replaceAll(/\((\w+):\w+\)/g, "{$1}"));
    const text = plain(failure)
      .split("\n")
      .filter((line) => />> |Specification expected|->/.test(line))
      .map((line) => line.replace(/" type="[\s\S]*$/, "").trim());
    const unique = [...new Set(text)].join("\n");
    return { operations: operation === undefined ? [] : [operation], text: unique };
  });
}

const plain = (text: string): string =>
  text
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&#10;", "\n")
    .replaceAll("&amp;", "&");

export const specmaticPeers: readonly Peer[] = [
  specmatic("specmatic", false),
  specmatic("specmatic, generative", true),
];
