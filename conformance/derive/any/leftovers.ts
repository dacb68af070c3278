import type { Contract, Operation } from "../../contract/contract.ts";
import { type Leftover, succeeded } from "../../leftovers.ts";
import type { Exchange } from "../../model.ts";
import { idIn } from "./found-id.ts";
import { lastWord, pathBefore, resourceOf, singular } from "./names.ts";

/**
 * What a run made and did not delete, the latest first, so that what belongs to something goes before it. Each POST that
 * showed an id made something where the contract has a DELETE for the path below; without one, where it answered 201.
 */
export function leftoversIn(
  contract: Contract,
  exchanges: readonly Exchange[],
): readonly Leftover[] {
  const pathOf = ({ request }: Exchange): string => new URL(request.url).pathname;
  const done = exchanges.filter(succeeded);
  const gone = done.filter(({ request }) => request.method === "DELETE").map(pathOf);
  const made = done.flatMap((exchange): readonly (readonly [string, Leftover])[] => {
    const operation = contract.operations.get(exchange.call.operationId ?? "");
    if (operation?.method !== "POST") return [];
    const resource = singular(lastWord(operation.path));
    const deletion = deletionBelow(contract, operation);
    const id =
      deletion === undefined
        ? exchange.response?.status === 201 && idIn(exchange, "id", resource)
        : idIn(exchange, deletion.name, resourceOf(deletion.name, deletion.operation.path));
    if (id === undefined || id === false) return [];
    const rest = deletion && {
      operationId: deletion.operation.id,
      purpose: "deleting what the run made",
      path: { ...exchange.call.path, [deletion.name]: String(id) },
    };
    const path = `${pathOf(exchange)}/${encodeURIComponent(String(id))}`;
    return [[path, { what: `${resource} ${id}`, ...(rest && { rest }) }]];
  });
  // What belongs to something goes with it.
  const isGone = (path: string): boolean =>
    gone.some((one) => path === one || path.startsWith(`${one}/`));
  const open = new Map(made.filter(([path]) => !isGone(path)));
  return [...open.values()].toReversed();
}

/** The operation that deletes what another one makes, and the parameter that says which. */
function deletionBelow(
  { operations }: Contract,
  { path }: Operation,
): { readonly operation: Operation; readonly name: string } | undefined {
  for (const operation of operations.values()) {
    const [, name] = /\{([^{}]+)\}$/.exec(operation.path) ?? [];
    if (operation.method !== "DELETE" || name === undefined) continue;
    if (pathBefore(operation.path, name) === path) return { operation, name };
  }
  return undefined;
}
