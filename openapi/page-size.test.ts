import { join } from "node:path";
import { expect, test } from "vitest";
import { readApi } from "./generate/api.ts";
import { clientList } from "./generate/client-list.ts";
import { followPointer, listOf, objectOf } from "./generate/json.ts";
import { dereference } from "./generate/operations.ts";

test("no page of a list by cursor may be longer than the largest limit that can be asked for", async () => {
  const { contract, operations } = await readApi(join(import.meta.dirname, ".."), "sarufi");
  const lists = operations.flatMap((operation) => {
    const list = clientList(contract, operation);
    return list?.by === "cursor" ? [{ operation, items: list.items }] : [];
  });
  expect(lists.length).toBeGreaterThan(0);
  for (const { operation, items } of lists) {
    const { [operation.path]: methods } = objectOf(contract.paths);
    const { parameters } = objectOf(objectOf(methods)[operation.method]);
    const limit = listOf(parameters)
      .map((each) => objectOf(dereference(contract, each)))
      .find(({ name }) => name === "limit");
    const success = operation.responses.find(({ status }) => status === "200");
    const page = objectOf(followPointer(contract, String(success?.body.pointer)));
    const { maxItems } = objectOf(dereference(contract, objectOf(page.properties)[items]));
    expect([operation.operationId, maxItems]).toEqual([
      operation.operationId,
      objectOf(limit?.schema).maximum,
    ]);
  }
});
