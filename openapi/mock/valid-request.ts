import { followPointer, type JsonObject, listOf, objectOf } from "../generate/json.ts";

/** A request that the contract's own examples make up. */
export interface ValidRequest {
  /** Relative to the base URL, with its parameters in place. */
  readonly path: string;
  readonly init: RequestInit;
}

/** A valid request of an operation: the examples of its required parameters, and the first one of its body. */
export function validRequest(contract: JsonObject, path: string, method: string): ValidRequest {
  const resolved = (value: unknown): JsonObject => {
    const { $ref } = objectOf(value);
    return typeof $ref === "string" ? resolved(followPointer(contract, $ref)) : objectOf(value);
  };
  const exampleOf = (holder: JsonObject): unknown =>
    holder.example ?? resolved(Object.values(objectOf(holder.examples))[0]).value;
  const item = objectOf(objectOf(contract.paths)[path]);
  const operation = objectOf(item[method]);
  const query = new URLSearchParams();
  let filled = path;
  for (const parameter of [...listOf(item.parameters), ...listOf(operation.parameters)]) {
    const { in: place, name, required, ...rest } = resolved(parameter);
    const example = String(exampleOf(rest));
    if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(example));
    if (place === "query" && required === true) query.set(String(name), example);
  }
  const content = objectOf(objectOf(resolved(operation.requestBody).content)["application/json"]);
  const body = exampleOf(content);
  const headers = { authorization: "Bearer sk_mock", "content-type": "application/json" };
  return {
    path: query.size > 0 ? `${filled}?${query}` : filled,
    init: {
      method: method.toUpperCase(),
      headers: body === undefined ? { authorization: headers.authorization } : headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
  };
}
