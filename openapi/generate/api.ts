import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { bundleContract } from "./bundle.ts";
import type { JsonObject } from "./json.ts";
import { listOperations, type Operation } from "./operations.ts";

/** A contract, read and found sound: what every generated file is derived from. */
export interface Api {
  /** The name of its folder. */
  name: string;
  /** Its `openapi.yaml`, relative to the project. */
  file: string;
  /** Whether a deployment is held to it: it has `requirements.yaml` beside it. A tool's own API has none. */
  promised: boolean;
  /** The whole contract in one document. */
  contract: JsonObject;
  operations: Operation[];
}

/**
 * Reads the contract in `openapi/<name>/`.
 *
 * @throws {ContractError} when nothing can be derived from it
 */
export async function readApi(root: string, name: string): Promise<Api> {
  const file = `openapi/${name}/openapi.yaml`;
  const contract = await bundleContract(join(root, file), root);
  const promised = await isPromise(root, name);
  return { name, file, promised, contract, operations: listOperations(contract, file) };
}

/** The names of all APIs: the folders under `openapi/` with an `openapi.yaml`, sorted. */
export async function listApis(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "openapi"), { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  return filtered(names, (name) => isThere(join(root, "openapi", name, "openapi.yaml")));
}

/** The names of those that a deployment is held to, sorted. */
export async function listPromises(root: string): Promise<string[]> {
  return filtered(await listApis(root), (name) => isPromise(root, name));
}

const isPromise = (root: string, name: string): Promise<boolean> =>
  isThere(join(root, "openapi", name, "requirements.yaml"));

async function filtered(
  names: readonly string[],
  fits: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const found = names.map(async (name) => ((await fits(name)) ? [name] : []));
  return (await Promise.all(found)).flat().sort();
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
