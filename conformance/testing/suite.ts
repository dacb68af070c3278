import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { contractOf } from "../contract/contract.ts";
import type { JsonObject } from "../contract/json.ts";
import type { Outcome } from "../model.ts";
import { type RunOptions, runSuite } from "../run.ts";
import type { ControlProbe, Suite } from "../suite.ts";
import { virtualClock } from "./clock.ts";

/** A folder that is gone once the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/**
 * The suite `things` over a contract written in the test. Unless given otherwise, the control of an operation is a bare
 * call of it, and nothing is judged but what is derived.
 * @param rows the catalogue's `requirements`; their source is the page `Guide`
 */
export async function suiteOf(
  document: JsonObject,
  given: Partial<Suite> = {},
  rows: readonly JsonObject[] = [],
): Promise<Suite> {
  const folder = await temporaryFolder();
  const write = async (name: string, content: JsonObject): Promise<URL> => {
    await writeFile(join(folder, name), JSON.stringify(content));
    return pathToFileURL(join(folder, name));
  };
  const ids = [...contractOf(document).operations.keys()];
  return {
    api: "things",
    contract: await write("contract.json", document),
    // JSON is YAML, too.
    catalogue: await write("requirements.yaml", {
      sources: { Guide: "https://docs.example.com/guide" },
      requirements: rows,
    }),
    fixtures: [],
    features: [],
    discoveries: {},
    controls: Object.fromEntries(ids.map((id) => [id, bareCall(id)])),
    unknownKey: "sk_unknown",
    checks: [],
    authoredInstead: {},
    ...given,
  };
}

const bareCall = (operationId: string): ControlProbe => ({
  name: operationId,
  run: async ({ send }) => ({ control: await send({ operationId, purpose: "a valid request" }) }),
});

/** Runs a suite over a wire and gives each requirement's outcome by id. */
export async function outcomesOf(
  suite: Suite,
  options: Pick<RunOptions, "wire"> & Partial<RunOptions>,
): Promise<Readonly<Record<string, Outcome>>> {
  const { judged } = await runSuite(suite, {
    url: "http://127.0.0.1:4010/v1",
    keys: new Map([["key", "sk_1"]]),
    fixtures: new Map(),
    features: new Set(),
    clock: virtualClock(),
    ...options,
  });
  return Object.fromEntries(judged.map(({ requirement, outcome }) => [requirement.id, outcome]));
}
