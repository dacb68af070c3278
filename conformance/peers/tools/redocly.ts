import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { redoclyCommand } from "../../../openapi/docs/redocly.ts";
import { arrayAt, isObject, objectAt } from "../../contract/json.ts";
import { freePort } from "../../testing/free-port.ts";
import { play } from "../client.ts";
import type { Alarm, Peer, Task } from "../peer.ts";
import { projectFolder, versionOf } from "../place.ts";
import { run, said, start, stop } from "../program.ts";

const version = versionOf(
  "@redocly/cli",
  join(projectFolder, "node_modules/@redocly/cli/package.json"),
);
const shared = { version, licence: "MIT", random: false, share: "all" } as const;

async function redocly(task: Task, ...args: readonly string[]): Promise<string> {
  const { file, args: first, env } = await redoclyCommand();
  const { stdout, stderr } = await run(file, [...first, ...args], {
    cwd: task.folder,
    env: {
      REDOCLY_TELEMETRY: env.REDOCLY_TELEMETRY ?? "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
  });
  return stdout + stderr;
}

const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  sahut: {
    agent_id: "usr_01HX0Z7I1K3L5M",
    contact_id: "ct_01HX4D1M5O7Q9R",
    channel_id: "ch_01HX1A8J2L4M6N",
    template_id: "tmpl_order_confirmation",
    template_variables: { customer_name: "Budi", order_id: "ORD-12345", total: "Rp 450.000" },
    contact_email: "rina.wulandari@example.com",
    webhook_url: "https://example.com/crm",
  },
  sarufi: { chatbot_id: "01HX1A0000CHATB0T000000001" },
};

/** By the journeys that we have written for our own documentation. */
const respectOurs: Peer = {
  ...shared,
  name: "redocly respect, our Arazzo",
  command:
    "redocly respect openapi/API/workflows.arazzo.yaml --server API=URL --input JSON --json-output out.json",
  about:
    "The journeys of this repository, which are written for readers: they reach a part of the operations. Response headers and formats are not checked.",
  async run(task) {
    await cp(join(projectFolder, "openapi", task.api), task.folder, { recursive: true });
    const input = JSON.stringify({ key: task.prepared.key, ...inputs[task.api] });
    const target = ["--server", `${task.api}=${task.url}`, "--input", input];
    const output = ["--json-output", "out.json"];
    const told = await redocly(task, "respect", "workflows.arazzo.yaml", ...target, ...output);
    return stepsOf(task, "workflows.arazzo.yaml", told);
  },
};

/** By the workflows that Redocly makes of the contract: one request for each operation. */
const respectGenerated: Peer = {
  ...shared,
  name: "redocly respect, generated",
  command:
    "redocly generate-arazzo contract.json -o gen.yaml; redocly respect gen.yaml --server contract=URL --input apiKey=KEY --json-output out.json",
  about:
    "One step for each operation; its criterion, the lowest success, is edited to any success, and what deletes is moved to the end. Response headers and formats are not checked.",
  async run(task) {
    await redocly(task, "generate-arazzo", task.contractFile, "-o", "gen.arazzo.yaml");
    const file = join(task.folder, "gen.arazzo.yaml");
    await writeFile(file, edited(await readFile(file, "utf8")));
    const server = ["--server", `contract=${task.url}`];
    const input = ["--input", JSON.stringify({ apiKey: task.prepared.key })];
    const output = ["--json-output", "out.json"];
    const told = await redocly(task, "respect", "gen.arazzo.yaml", ...server, ...input, ...output);
    return stepsOf(task, "gen.arazzo.yaml", told);
  },
};

/** Any success will do, and what deletes comes last. */
function edited(text: string): string {
  const document: unknown = parse(text);
  const workflows = arrayAt(document, "workflows").filter(isObject);
  const deletes = ({ workflowId }: { readonly workflowId?: unknown }) =>
    String(workflowId).startsWith("delete-");
  const anySuccess = [{ context: "$statusCode", condition: "^2\\d\\d$", type: "regex" }];
  const sorted = [...workflows.filter((each) => !deletes(each)), ...workflows.filter(deletes)];
  return stringify({
    ...(isObject(document) ? document : {}),
    workflows: sorted.map((workflow) => ({
      ...workflow,
      steps: arrayAt(workflow, "steps").map((step) => ({
        ...(isObject(step) ? step : {}),
        successCriteria: anySuccess,
      })),
    })),
  });
}

/** The checks that did not pass, of the JSON log. @throws Error when there is no log */
async function stepsOf(task: Task, arazzo: string, told: string): Promise<readonly Alarm[]> {
  const text = await readFile(join(task.folder, "out.json"), "utf8").catch(() => {
    throw new Error(`respect has no report: ${told.slice(-500)}`);
  });
  const operations = operationsIn(await readFile(join(task.folder, arazzo), "utf8"));
  const files = Object.values(objectAt(JSON.parse(text), "files"));
  return files
    .flatMap((file) => arrayAt(file, "executedWorkflows"))
    .flatMap((workflow) => arrayAt(workflow, "executedSteps"))
    .flatMap((step) => {
      const { stepId, workflowId } = isObject(step) ? step : {};
      const operation = operations.get(`${workflowId} ${stepId}`);
      return arrayAt(step, "checks")
        .filter(isObject)
        .filter(({ passed }) => passed === false)
        .map(({ name, message }) => ({
          operations: operation === undefined ? [] : [operation],
          text: `${stepId}: ${name}\n${withoutExcerpts(String(message))}`,
        }));
    });
}

/** The operation of each step, by the ids of workflow and step. */
function operationsIn(arazzo: string): ReadonlyMap<string, string> {
  return new Map(
    arrayAt(parse(arazzo), "workflows")
      .filter(isObject)
      .flatMap(({ workflowId, steps }) =>
        arrayAt({ steps }, "steps")
          .filter(isObject)
          .map(({ stepId, operationId }) => {
            const [id = ""] = String(operationId).split(".").slice(-1);
            return [`${workflowId} ${stepId}`, id] as const;
          }),
      ),
  );
}

/** Of an excerpt of an answer, the line that is pointed at. */
const withoutExcerpts = (message: string): string =>
  message
    .split("\n")
    .filter((line) => !/^\s*\d*\s*\|/.test(line))
    .map((line) => line.replace(/^\s*>\s*\d+\s*\|\s*/, "> "))
    .join("\n");

/** The proxy writes down what a scripted client does; drift holds it against the contract. */
const drift: Peer = {
  ...shared,
  name: "redocly proxy and drift",
  command:
    "redocly proxy --target URL --har t.har --port P; our scripted client; redocly drift t.har --api contract.json --server URL --format json",
  about:
    "It judges what the scripted client does, and asks nothing itself; that a request without a key has none, it reports everywhere.",
  async run(task) {
    const har = join(task.folder, "t.har");
    const port = await freePort();
    const { file, args, env } = await redoclyCommand();
    const { origin, pathname } = new URL(task.url);
    const proxy = start(
      file,
      [...args, "proxy", "--target", origin, "--har", har, "--port", String(port)],
      { cwd: task.folder, env: { REDOCLY_TELEMETRY: env.REDOCLY_TELEMETRY ?? "off" } },
    );
    try {
      await said(proxy, /Proxy listening/);
      await play(task.script, `http://127.0.0.1:${port}${pathname}`);
      proxy.kill("SIGINT");
      await new Promise((resolve) => proxy.once("close", resolve));
    } finally {
      stop(proxy);
    }
    const report = join(task.folder, "drift.json");
    const recorded = `${origin}${pathname}`;
    const told = await redocly(
      task,
      ...["drift", har, "--api", task.contractFile, "--server", recorded],
      ...["--format", "json", "-o", report],
    );
    const text = await readFile(report, "utf8").catch(() => {
      throw new Error(`drift has no report: ${told.slice(-500)}`);
    });
    return driftsOf(JSON.parse(text));
  },
};

function driftsOf(report: unknown): readonly Alarm[] {
  return arrayAt(report, "problems")
    .filter(isObject)
    .filter(({ severity }) => severity !== "info")
    .map(({ operationId, ruleId, status, message, details, target }) => ({
      operations: typeof operationId === "string" ? [operationId] : [],
      // What it has against our request is the same whatever the answer was.
      text: [
        target === "request" ? ruleId : `${ruleId} ${status}`,
        message,
        JSON.stringify(details),
      ].join("\n"),
    }));
}

export const redoclyPeers: readonly Peer[] = [respectOurs, respectGenerated, drift];
