import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { concordat, type Finished } from "./conformance/testing/cli.ts";
import type { Deployment } from "./openapi/workflows.ts";
import { emptyStoreOptions } from "./server/store/testing/empty.ts";
import { serve } from "./server/testing.ts";

/** The ids of all workflows that are written down. */
async function written(): Promise<string[]> {
  const files = ["sahut", "sarufi"].map(async (api) => {
    const file = join(import.meta.dirname, "openapi", api, "workflows.arazzo.yaml");
    // as: the linter holds the file to Arazzo, where every workflow has an id.
    return parse(await readFile(file, "utf8")) as { workflows: { workflowId: string }[] };
  });
  return (await Promise.all(files)).flatMap(({ workflows }) =>
    workflows.map(({ workflowId }) => workflowId),
  );
}

test("workflows makes every journey on a reference server", async () => {
  const { store } = await emptyStoreOptions();
  const shared = "databaseUrl" in store ? ["--database-url", store.databaseUrl] : [];
  const { code, stdout, stderr } = await concordat(["workflows", ...shared]);
  const said = stdout + stderr;
  const made = [...said.matchAll(/Running workflow \S+ \/ (\S+)/g)].map(([, id]) => id);
  expect(made).toEqual(await written());
  expect(said.match(/Steps: .*/g)).toEqual([
    expect.stringMatching(/^Steps: (\d+) passed, \1 total/),
    expect.stringMatching(/^Steps: (\d+) passed, \1 total/),
  ]);
  expect(code).toBe(0);
});

test.each([
  ["a key that is not known", { key: "sk_unknown" }, "step filter"],
  ["an agent who is not there", { agent_id: "usr_nobody" }, "step assign"],
  ["an email that is none", { contact_email: "rina" }, "step create"],
  ["a webhook without HTTPS", { webhook_url: "http://example.com/crm" }, "step subscribe"],
])("with %s, a journey fails where that matters", async (_, given, step) => {
  const { url, demo } = (await serve()).sahut;
  const inputs = {
    key: demo.key,
    agent_id: demo.agentIds[0],
    contact_id: demo.whatsappContactId,
    channel_id: demo.whatsappChannelId,
    template_id: demo.templateId,
    template_variables: demo.templateVariables,
    contact_email: "rina@example.com",
    webhook_url: "https://example.com/crm",
    ...given,
  };
  const { stdout, stderr } = await journeys({ api: "sahut", url, inputs });
  expect(stdout + stderr).toMatch(RegExp(`✗ .* - ${step}`));
  expect(stdout).toMatch(/^all succeeded: false$/m);
});

/** Makes an API's journeys in a process of its own, since they are told to its output. */
function journeys(deployment: Deployment): Promise<Pick<Finished, "stdout" | "stderr">> {
  const program = `import { runWorkflows } from "./openapi/workflows.ts";
console.log("all succeeded:", await runWorkflows(${JSON.stringify(deployment)}));`;
  const args = ["--input-type=module", "--eval", program];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: import.meta.dirname }, (error, stdout, stderr) =>
      error === null ? resolve({ stdout, stderr }) : reject(error),
    );
  });
}
