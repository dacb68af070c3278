import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DocsError } from "./docs/docs-error.ts";
import { redoclyCommand } from "./docs/redocly.ts";

/** Where the journeys of an API are made, and with what. */
export interface Deployment {
  /** The folder under `openapi/`. */
  readonly api: string;
  readonly url: string;
  /** What its workflows ask for: keys, and ids of what the deployment has. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Makes all journeys of `openapi/<api>/workflows.arazzo.yaml` against a deployment, by `redocly respect`: every step must
 * meet its own criteria and the contract. What it says goes to our stdout and stderr.
 *
 * @returns whether all of them succeeded
 * @throws {DocsError} when Redocly's command line is not installed
 *
 * @example
 * const inputs = { key: "sk_...", chatbot_id: "01J..." };
 * await runWorkflows({ api: "sarufi", url: "http://127.0.0.1:4010/api/dev/v1", inputs });
 */
export async function runWorkflows({ api, url, inputs }: Deployment): Promise<boolean> {
  const { file, args, env } = await redoclyCommand();
  const respect = ["respect", `openapi/${api}/workflows.arazzo.yaml`];
  const target = ["--server", `${api}=${url}`, "--input", JSON.stringify(inputs)];
  const child = spawn(file, [...args, ...respect, ...target], {
    cwd: join(import.meta.dirname, ".."),
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "close");
  return code === 0;
}

/**
 * The command `workflows`: the journeys of all deployments, one after the other.
 * @returns the exit code: 0 all succeeded, 1 not all, 2 they could not be made
 */
export async function workflowsCommand(
  deployments: readonly Deployment[],
  { stderr }: Pick<NodeJS.Process, "stderr">,
): Promise<0 | 1 | 2> {
  try {
    let failed = false;
    for (const deployment of deployments) failed = !(await runWorkflows(deployment)) || failed;
    return failed ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    stderr.write(`concordat: ${error.message}\n`);
    return 2;
  }
}
