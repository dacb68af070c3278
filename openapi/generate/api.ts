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
  return { name, file, contract, operations: listOperations(contract, file) };
}

/** The names of all APIs: the folders under `openapi/` with an `openapi.yaml`, sorted. */
export async function listApis(root: string): Promise<string[]> {
  const folder = join(root, "openapi");
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async ({ name }) =>
    access(join(folder, name, "openapi.yaml")).then(
      () => [name],
      () => [],
    ),
  );
  return (await Promise.all(found)).flat().sort();
}
