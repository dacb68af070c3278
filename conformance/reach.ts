import type { Contract, Operation } from "./contract/contract.ts";
import { documentedFor } from "./contract/documented.ts";
import { documentedFields, fieldsOf, undocumentedAmong } from "./contract/fields.ts";
import { isSuccess } from "./evidence.ts";
import type { Exchange } from "./model.ts";

/** How far a run looked into one operation, and where the target goes beyond its contract. Never a verdict. */
export interface Reach {
  readonly operation: string;
  readonly requests: number;
  /** Every documented status, and each other one that came. */
  readonly statuses: readonly {
    readonly status: number | string;
    readonly documented: boolean;
    readonly times: number;
  }[];
  /** Members of successful bodies, by their places: `data[].contact.name`. */
  readonly fields: {
    readonly seen: readonly string[];
    /** Documented, and in no answer: nothing that is said of them was looked at. */
    readonly unseen: readonly string[];
    /** In an answer, and named by no schema. */
    readonly undocumented: readonly string[];
  };
}

/** What a run reached, operation by operation. Without it a green run could be taken for more than it looked at. */
export function reachOf(contract: Contract, exchanges: readonly Exchange[]): readonly Reach[] {
  return [...contract.operations.values()].map((operation) => {
    const own = exchanges.filter(({ call }) => call.operationId === operation.id);
    return {
      operation: operation.id,
      requests: own.length,
      statuses: statusesOf(operation, own),
      fields: fieldsSeen(contract, operation, own),
    };
  });
}

function statusesOf(operation: Operation, own: readonly Exchange[]): Reach["statuses"] {
  const came = own.flatMap(({ response }) => (response ? [String(response.status)] : []));
  const all = new Set([...operation.responses.keys(), ...came]);
  return [...all].sort().map((status) => ({
    status: /^\d+$/.test(status) ? Number(status) : status,
    documented: documentedFor(operation, status) !== undefined,
    times: came.filter((one) => one === status).length,
  }));
}

function fieldsSeen(
  contract: Contract,
  { responses }: Operation,
  own: readonly Exchange[],
): Reach["fields"] {
  const documented = [...responses]
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, { content }]) => [...content.values()])
    .map(({ pointer }) => documentedFields(contract, pointer));
  const named = new Set(documented.flatMap((fields) => [...fields.named]));
  const open = new Set(documented.flatMap((fields) => [...fields.open]));
  const came = new Set(
    own.flatMap(({ response }) =>
      response && isSuccess(response) ? [...fieldsOf(response.json)] : [],
    ),
  );
  return {
    seen: [...named].filter((field) => came.has(field)).sort(),
    unseen: [...named].filter((field) => !came.has(field)).sort(),
    undocumented: undocumentedAmong(came, { named, open }),
  };
}
