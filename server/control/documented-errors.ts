import { type ContractDocument, operationsOf } from "../contract/document.ts";

/** An error as a contract shows it: its first example, with the headers that it must have. */
export interface DocumentedError {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every error that a contract documents with an example, by operationId and status. */
export function documentedErrors(
  contract: ContractDocument,
): ReadonlyMap<string, ReadonlyMap<number, DocumentedError>> {
  const all = Object.values(contract.paths).flatMap((item) => Object.values(item));
  const ids = new Set(operationsOf(contract).map(({ operationId }) => operationId));
  return new Map(
    all.flatMap((operation) => {
      const id = at(operation, "operationId");
      return typeof id === "string" && ids.has(id) ? [[id, errorsOf(contract, operation)]] : [];
    }),
  );
}

function errorsOf(contract: object, operation: unknown): Map<number, DocumentedError> {
  const errors = entries(at(operation, "responses")).flatMap(([code, entry]): DocumentedError[] => {
    const status = Number(code);
    const response = follow(contract, entry);
    const media = at(at(response, "content"), "application/json");
    const [example] = entries(at(media, "examples"));
    if (!(status >= 400) || example === undefined) return [];
    const body = at(follow(contract, example[1]), "value");
    return [{ status, body, headers: headersOf(contract, response) }];
  });
  return new Map(errors.map((error) => [error.status, error]));
}

function headersOf(contract: object, response: unknown): Record<string, string> {
  const headers = entries(at(response, "headers")).map(([name, entry]) => {
    return [name, String(at(follow(contract, entry), "example"))];
  });
  return Object.fromEntries(headers);
}

/** What stands at the place that a `$ref` names; anything else itself. */
function follow(contract: object, node: unknown): unknown {
  const ref = at(node, "$ref");
  if (typeof ref !== "string") return node;
  const steps = ref.split("/").slice(1);
  const target = steps.reduce<unknown>(
    (from, step) => at(from, step.replaceAll("~1", "/").replaceAll("~0", "~")),
    contract,
  );
  return follow(contract, target);
}

const entries = (node: unknown): [string, unknown][] =>
  typeof node === "object" && node !== null ? Object.entries(node) : [];

const at = (node: unknown, name: string): unknown => new Map(entries(node)).get(name);
