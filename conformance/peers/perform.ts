import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContract } from "../contract/contract.ts";
import { suites } from "../suites.ts";
import { type Answered, play } from "./client.ts";
import { contractFor } from "./contract.ts";
import { operationFinder } from "./operation.ts";
import type { Alarm, Peer } from "./peer.ts";
import { keyOf, type Result } from "./result.ts";
import { lasting } from "./same.ts";
import { scriptFor } from "./script.ts";
import { startTarget } from "./target.ts";
import type { Subject } from "./work.ts";

/** Runs a tool once against a server of its own. It never throws: a run without a report says why. */
export async function perform(peer: Peer, subject: Subject, seed: number): Promise<Result> {
  const target = await startTarget(subject.api, subject.fault());
  const folder = await mkdtemp(join(tmpdir(), "concordat-peers-"));
  const { document } = await contractOf(subject.api);
  const contract = contractFor(document, target.prepared);
  const contractFile = join(folder, "contract.json");
  await writeFile(contractFile, JSON.stringify(contract));
  const rehearsal = await rehearsalOf(subject.api);
  const about = { peer: peer.name, subject: subject.id, kind: subject.kind, seed };
  const started = performance.now();
  const cost = () => ({
    requests: target.requests(),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  });
  try {
    const alarms = await peer.run({
      api: subject.api,
      url: target.url,
      prepared: target.prepared,
      contract,
      contractFile,
      script: scriptFor(contract, target.prepared.key),
      rehearsal,
      folder,
      seed,
      config: target.config,
      operationAt: operationFinder(contract, target.url),
    });
    return { ...about, ...cost(), alarms: distinct(alarms) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { ...about, ...cost(), alarms: [], error: lasting(said.replaceAll(folder, "FOLDER")) };
  } finally {
    await target.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function distinct(alarms: readonly Alarm[]): readonly Alarm[] {
  const found = alarms.map(({ operations, text }) => ({ operations, text: lasting(text) }));
  return [...new Map(found.map((alarm) => [keyOf(alarm), alarm])).values()];
}

async function contractOf(api: string) {
  const suite = suites.find((one) => one.api === api);
  if (suite === undefined) throw new Error(`There is no suite for ${api}`);
  return readContract(suite.contract);
}

const rehearsals = new Map<string, Promise<readonly Answered[]>>();

/** The script, played once to a sound server. */
function rehearsalOf(api: string): Promise<readonly Answered[]> {
  const known = rehearsals.get(api) ?? rehearse(api);
  rehearsals.set(api, known);
  return known;
}

async function rehearse(api: string): Promise<readonly Answered[]> {
  const target = await startTarget(api, {});
  const { document } = await contractOf(api);
  const contract = contractFor(document, target.prepared);
  const answers = await play(scriptFor(contract, target.prepared.key), target.url);
  await target.close();
  return answers;
}
