import type { Contract, Operation } from "../contract/contract.ts";
import { documentedFor } from "../contract/documented.ts";
import { documentedFields, fieldsOf, undocumentedAmong } from "../contract/fields.ts";
import { isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { isUsualHeader } from "./http-headers.ts";

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
  /** By status: `200 application/json`; of documented statuses that came. */
  readonly mediaTypes: Places;
  /** Lower case; without those of HTTP itself and of what stands between. */
  readonly headers: Places;
  /** Members of successful bodies, by their places: `data[].contact.name`. */
  readonly fields: Places;
}

/** What is documented and came, what is documented and did not come, and what came undocumented. */
export interface Places {
  readonly seen: readonly string[];
  /** Nothing that is said of them was looked at. */
  readonly unseen: readonly string[];
  readonly undocumented: readonly string[];
}

/** What a run reached, operation by operation. Without it a green run could be taken for more than it looked at. */
export function reachOf(contract: Contract, exchanges: readonly Exchange[]): readonly Reach[] {
  return [...contract.operations.values()].map((operation) => {
    const own = exchanges.filter(({ call }) => call.operationId === operation.id);
    return {
      operation: operation.id,
      requests: own.length,
      statuses: statusesOf(operation, own),
      mediaTypes: mediaTypesSeen(operation, own),
      headers: headersSeen(operation, own),
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

/** A body without a documented type is a difference; an answer without a body has no type to speak of. */
function mediaTypesSeen({ responses }: Operation, own: readonly Exchange[]): Places {
  const answers = own.flatMap(({ response }) => response ?? []);
  const came = new Set(
    answers
      .filter(({ status, body }) => body !== "" && responses.has(String(status)))
      .map(({ status, headers }) => `${status} ${bareType(headers["content-type"])}`),
  );
  const statuses = new Set(answers.map(({ status }) => String(status)));
  const documented = [...responses]
    .filter(([status]) => statuses.has(status))
    .flatMap(([status, { content }]) => [...content.keys()].map((type) => `${status} ${type}`));
  return placesOf(new Set(documented), came);
}

const bareType = (type = "no media type"): string => type.split(";")[0]?.trim().toLowerCase() ?? "";

function headersSeen({ responses }: Operation, own: readonly Exchange[]): Places {
  const came = new Set(own.flatMap(({ response }) => Object.keys(response?.headers ?? {})));
  const documented = new Set(
    [...responses.values()].flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase())),
  );
  const telling = [...came].filter((name) => documented.has(name) || !isUsualHeader(name));
  return placesOf(documented, new Set(telling));
}

function placesOf(documented: ReadonlySet<string>, came: ReadonlySet<string>): Places {
  return {
    seen: [...documented.intersection(came)].sort(),
    unseen: [...documented.difference(came)].sort(),
    undocumented: [...came.difference(documented)].sort(),
  };
}

function fieldsSeen(
  contract: Contract,
  { responses }: Operation,
  own: readonly Exchange[],
): Places {
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
