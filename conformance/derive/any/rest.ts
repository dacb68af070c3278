import type { Contract, Operation } from "../../contract/contract.ts";
import { isSuccess } from "../../evidence.ts";
import type { Exchange } from "../../model.ts";
import type { Probe } from "../../probe.ts";
import { idIn } from "./found-id.ts";
import { pathBefore, resourceOf } from "./names.ts";

/**
 * Deletes what a run made and did not delete: for each POST that succeeded, by the DELETE of the path below, where the
 * contract has one and the answer showed an id.
 */
export function deleteRest(contract: Contract, exchanges: readonly Exchange[]): Probe<unknown> {
  return {
    name: "deleting what the run made",
    run: async ({ send }) => {
      const gone = exchanges
        .filter((one) => one.request.method === "DELETE" && succeeded(one))
        .map(({ request }) => new URL(request.url).pathname);
      for (const made of exchanges.filter(
        (one) => one.request.method === "POST" && succeeded(one),
      )) {
        const operation = contract.operations.get(made.call.operationId ?? "");
        const deletion = operation && deletionBelow(contract, operation);
        if (operation === undefined || deletion === undefined) continue;
        const id = idIn(made, deletion.name, resourceOf(deletion.name, deletion.operation.path));
        if (id === undefined) continue;
        const path = `${new URL(made.request.url).pathname}/${encodeURIComponent(String(id))}`;
        if (gone.includes(path)) continue;
        gone.push(path);
        await send({
          operationId: deletion.operation.id,
          purpose: "deleting what the run made",
          path: { ...made.call.path, [deletion.name]: String(id) },
        });
      }
      return undefined;
    },
  };
}

const succeeded = ({ response }: Exchange): boolean =>
  response !== undefined && isSuccess(response);

function deletionBelow(
  { operations }: Contract,
  { path }: Operation,
): { readonly operation: Operation; readonly name: string } | undefined {
  for (const operation of operations.values()) {
    const [, name] = /\{([^{}]+)\}$/.exec(operation.path) ?? [];
    if (
      operation.method === "DELETE" &&
      name !== undefined &&
      pathBefore(operation.path, name) === path
    )
      return { operation, name };
  }
  return undefined;
}
