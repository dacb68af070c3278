import { contractTarget } from "../any-contract.ts";
import { readTargets, type TargetConfig } from "../config.ts";
import { readContract } from "../contract/contract.ts";
import type { Leftover } from "../leftovers.ts";
import { succeeded } from "../leftovers.ts";
import type { Exchange } from "../model.ts";
import { suites } from "../suites.ts";
import { limitsOf } from "../target/limits.ts";
import { systemClock } from "../target/wire.ts";
import { createTarget, type Target } from "../target.ts";
import { UsageError } from "../usage.ts";
import { userAgentOf } from "../version.ts";
import { noteRested } from "./ledger.ts";
import { type Account, readLedger } from "./read.ts";

/** The flags of `concordat clean`. */
export interface CleanFlags {
  readonly config?: string;
  /** The OpenAPI document that the run checked by, if it was one of the user's. */
  readonly contract?: string;
  readonly key?: string;
  /** Seconds. */
  readonly timeout: number;
}

/**
 * `concordat clean`: puts to rest what a check made that could no longer do it, and says what became of it. What it
 * does is added to the ledger, so that a second time there is less to do, or nothing.
 * @returns the exit code: 0 when nothing is left open, 3 when something is
 * @throws UsageError when the ledger or the configuration cannot be used
 */
export async function cleanCommand(
  path: string,
  flags: CleanFlags,
  { env, stdout }: Pick<NodeJS.Process, "env" | "stdout">,
): Promise<0 | 3> {
  const { run, startedAt, targets } = await readLedger(path);
  const open = targets.filter(({ open }) => open.some(({ rest }) => rest !== undefined));
  if (flags.key !== undefined && open.length > 1)
    throw new UsageError(
      `--key is one key, and the run checked ${open.map(({ api }) => api).join(" and ")}: give keys by --config or the environment.`,
    );
  stdout.write(`Run ${run}, started ${startedAt}\n`);
  let left = 0;
  for (const account of targets) {
    stdout.write(`${account.api}   ${account.url}\n`);
    const target = open.includes(account) ? await targetOf(account, run, flags, env) : undefined;
    for (const leftover of account.open) {
      const { done, text } = await putToRest(leftover, target);
      stdout.write(`  ${leftover.what}: ${text}\n`);
      if (done) noteRested(path, account.api, leftover.what);
      else if (leftover.rest !== undefined) left += 1;
    }
    for (const request of account.underWay)
      stdout.write(
        `  ${request} was under way when the run ended; what it made, if anything, is not known.\n`,
      );
    if (account.open.length + account.underWay.length === 0) stdout.write("  nothing is open\n");
  }
  if (left > 0) stdout.write(`${left} still open; run this again once that is mended.\n`);
  return left > 0 ? 3 : 0;
}

/** The target where the run met it, with the key as it is given now. */
async function targetOf(
  { api, url }: Account,
  run: string,
  { config, contract, key, timeout }: CleanFlags,
  env: NodeJS.ProcessEnv,
): Promise<Target> {
  if (contract !== undefined) {
    const own = await contractTarget({ contract, url, ...(key && { key }) }, env);
    return targetAt(own, run, timeout);
  }
  const settings = { apis: [api], ...(config && { file: config }), ...(key && { key }) };
  const there = { ...env, [`${api.toUpperCase()}_URL`]: url };
  const [described] = await readTargets(suites, settings, there);
  if (described === undefined) throw new UsageError(`The configuration does not describe ${api}.`);
  if (!described.keys.has("key"))
    throw new UsageError(
      `No key for ${api}: give --key, ${api.toUpperCase()}_KEY or --config. A ledger holds none.`,
    );
  return targetAt(described, run, timeout);
}

const targetAt = async (described: TargetConfig, run: string, timeout: number): Promise<Target> =>
  createTarget({
    contract: await readContract(described.suite.contract),
    url: described.url,
    keys: described.keys,
    limits: limitsOf(described.suite, described),
    userAgent: userAgentOf(run),
    timeoutMs: timeout * 1000,
    clock: systemClock,
  });

async function putToRest(
  { rest }: Leftover,
  target: Target | undefined,
): Promise<{ readonly done: boolean; readonly text: string }> {
  if (rest === undefined || target === undefined)
    return { done: false, text: "stays, since the API cannot delete it" };
  try {
    return outcomeOf(await target.send(rest));
  } catch (error) {
    return { done: false, text: `still open: ${error instanceof Error ? error.message : error}` };
  }
}

function outcomeOf(exchange: Exchange): { readonly done: boolean; readonly text: string } {
  const { response, failure } = exchange;
  if (response === undefined) return { done: false, text: `still open: ${failure}` };
  if (succeeded(exchange)) return { done: true, text: `put to rest (${response.status})` };
  if (response.status === 404 || response.status === 410)
    return { done: true, text: `is gone already (${response.status})` };
  const keyRefused = response.status === 401 || response.status === 403;
  const hint = keyRefused ? "; is it the key that the run had?" : "";
  return { done: false, text: `still open: answered ${response.status}${hint}` };
}
