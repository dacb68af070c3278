import type { Api } from "../generate/api.ts";
import { listOf, objectOf } from "../generate/json.ts";

/** What the docs say of an API besides its reference. */
export interface Overview {
  /** The name of its folder. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  /** Where it answers; empty when the contract names no server. */
  readonly server: string;
  readonly operations: readonly ShownOperation[];
}

export interface ShownOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Where the reference shows it, as the part of an address from its `#`. */
  readonly anchor: string;
}

/** Reads what the docs say of an API from its contract. */
export function overviewOf({ name, contract, operations }: Api): Overview {
  const info = objectOf(contract.info);
  return {
    name,
    title: textOf(info.title, name),
    version: textOf(info.version),
    summary: textOf(info.summary),
    server: textOf(objectOf(listOf(contract.servers)[0]).url),
    operations: operations.map(({ operationId, method, path }) => {
      const operation = objectOf(objectOf(objectOf(contract.paths)[path])[method]);
      const tag = textOf(listOf(operation.tags)[0], "Other");
      const summary = textOf(operation.summary, operationId);
      return { operationId, method, path, summary, tag, anchor: anchorOf(tag, operationId) };
    }),
  };
}

/** Where Redoc 3 puts an operation. The browser test follows every one. */
function anchorOf(tag: string, operationId: string): string {
  const slug = tag
    .toLowerCase()
    .replaceAll("&", "-and-")
    .replaceAll(/[\s-]+/g, "-");
  return `#/${encodeURIComponent(slug)}/${encodeURIComponent(operationId.toLowerCase())}`;
}

const textOf = (value: unknown, otherwise = ""): string =>
  typeof value === "string" ? value : otherwise;
