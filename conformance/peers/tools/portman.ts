import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { arrayAt, isObject, objectAt } from "../../contract/json.ts";
import type { Alarm, Peer, Task } from "../peer.ts";
import { ofPackage, versionOf } from "../place.ts";
import { run } from "../program.ts";

const name = "@apideck/portman";

/** Portman makes a Postman collection of the contract, and Newman runs it. */
export const portman: Peer = {
  name: "portman and newman",
  version: `${versionOf(name)}, ${versionOf("newman", ofPackage(name, "../../newman/package.json"))}`,
  licence: "Apache-2.0",
  command:
    "portman -l contract.json -b URL -c config.json -o col.json --includeTests true --runNewman false; newman run col.json --reporters json",
  about:
    "All contract tests; variations without a key, for what there is not, and with bodies that its fuzzing makes; what deletes comes last.",
  random: false,
  share: "all",
  async run(task) {
    const config = join(task.folder, "config.json");
    await writeFile(config, JSON.stringify(configFor(task)));
    const collection = join(task.folder, "col.json");
    const made = await run(
      process.execPath,
      [
        ofPackage(name, "bin/portman"),
        ...["-l", task.contractFile, "-b", task.url, "-c", config, "-o", collection],
        ...["--includeTests", "true", "--runNewman", "false"],
      ],
      { cwd: task.folder },
    );
    const report = join(task.folder, "newman.json");
    const newman = ofPackage(name, "../../newman/bin/newman.js");
    const output = ["--reporters", "json", "--reporter-json-export", report];
    await run(process.execPath, [newman, "run", collection, ...output], { cwd: task.folder });
    const text = await readFile(report, "utf8").catch(() => {
      throw new Error(`newman has no report: ${(made.stdout + made.stderr).slice(-500)}`);
    });
    return alarmsOf(JSON.parse(text), task);
  },
};

const enabled = { enabled: true };

/** As its documentation shows it: each kind of test that it can make of a contract. */
function configFor({ prepared, script }: Task): unknown {
  const operations = [...new Set(script.map(({ method, template }) => `${method}::${template}`))];
  const deletes = operations.filter((each) => each.startsWith("DELETE"));
  const others = operations.filter((each) => !deletes.includes(each));
  const withId = others.filter((each) => each.includes("{"));
  const shape = { contentType: enabled, jsonBody: enabled, schemaValidation: enabled };
  const refused = (code: number) => ({
    contractTests: [{ statusCode: { ...enabled, code } }, shape],
  });
  const fuzzing = {
    requestBody: [
      { requiredFields: enabled, minimumNumberFields: enabled, maximumNumberFields: enabled },
      { minLengthFields: enabled, maxLengthFields: enabled },
    ],
    requestQueryParams: [
      { requiredFields: enabled, minimumNumberFields: enabled, maximumNumberFields: enabled },
    ],
  };
  return {
    version: 1,
    globals: {
      securityOverwrites: { bearer: { token: prepared.key } },
      orderOfOperations: [...others, ...deletes],
    },
    tests: {
      contractTests: [
        { openApiOperation: "*::/*", statusSuccess: enabled, ...shape, headersPresent: enabled },
      ],
      variationTests: [
        {
          openApiOperation: "*::/*",
          variations: [
            {
              name: "Unauthorized",
              openApiResponse: "401",
              overwrites: [{ overwriteRequestSecurity: { bearer: { token: "of-nobody" } } }],
              tests: refused(401),
            },
          ],
        },
        ...withId.map((openApiOperation) => ({
          openApiOperation,
          variations: [
            {
              name: "Unknown",
              openApiResponse: "404",
              overwrites: [
                {
                  overwriteRequestPathVariables: [...openApiOperation.matchAll(/\{(\w+)\}/g)].map(
                    ([, key]) => ({ key, value: "unknown", overwrite: true }),
                  ),
                },
              ],
              tests: refused(404),
            },
          ],
        })),
        {
          openApiOperation: "*::/*",
          openApiResponse: "422",
          variations: [
            {
              name: "Invalid",
              openApiResponse: "422",
              fuzzing: [fuzzing],
              tests: { contractTests: [shape] },
            },
          ],
        },
      ],
    },
  };
}

function alarmsOf(report: unknown, { operationAt }: Task): readonly Alarm[] {
  return arrayAt(objectAt(report, "run"), "failures")
    .filter(isObject)
    .map(({ error, source }) => {
      const test = String(objectAt({ error }, "error").test ?? "");
      const message = String(objectAt({ error }, "error").message ?? "");
      const [, method = "", path = ""] = /\[(\w+)\]::(\S+)/.exec(test) ?? [];
      const operation = operationAt(method, path.replaceAll(/:(\w+)/g, "{$1}"));
      const item = isObject(source) ? String(source.name) : "";
      return {
        operations: operation === undefined ? [] : [operation],
        text: `${item}: ${test}\n${message}`,
      };
    });
}
