import { type Contract, contractOf, type Operation } from "../contract/contract.ts";
import type { JsonObject } from "../contract/json.ts";

/** A contract with one operation, `GET /things`, which takes and gives what is said of it. */
export interface SmallContract {
  readonly contract: Contract;
  readonly operation: Operation;
}

/**
 * Reads the smallest document in which an operation stands.
 * @param given the operation's members; `method` and `path` say where it stands
 * @param root members of the whole document: `components`, `security`
 */
export function smallContract(
  given: JsonObject & { readonly method?: string; readonly path?: string } = {},
  root: JsonObject = {},
): SmallContract {
  const contract = contractOf(smallDocument(given, root));
  const [operation] = contract.operations.values();
  if (operation === undefined) throw new Error("The small contract has no operation");
  return { contract, operation };
}

/** The document of `smallContract`. */
export function smallDocument(
  {
    method = "get",
    path = "/things",
    ...operation
  }: JsonObject & { readonly method?: string; readonly path?: string } = {},
  root: JsonObject = {},
): JsonObject {
  const spec = {
    operationId: "listThings",
    responses: { "200": { description: "" } },
    ...operation,
  };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { [path]: { [method]: spec } },
    ...root,
  };
}

/** A response or request body with one JSON schema. */
export const jsonBody = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
  ...more,
});
