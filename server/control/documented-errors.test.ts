import { expect, test } from "vitest";
import { apis } from "../app.ts";
import { operationsOf } from "../contract/document.ts";
import { documentedErrors } from "./documented-errors.ts";

test.each(apis.map((api) => [api.name, api] as const))(
  "every operation of %s has an error 500, and each error fits its schema",
  (_, { contract, validators }) => {
    const errors = documentedErrors(contract);
    const ids = operationsOf(contract).map(({ operationId }) => operationId);
    expect([...errors.keys()].sort()).toEqual(ids.sort());
    for (const [id, byStatus] of errors) {
      expect([id, byStatus.has(500)]).toEqual([id, true]);
      for (const [status, { body }] of byStatus) {
        const validator = validators[id]?.responses[String(status)];
        expect([id, status, validator?.(body)]).toEqual([id, status, true]);
      }
    }
  },
);

test("an error without an example is none of them", () => {
  const responses = { "404": { description: "None.", content: { "application/json": {} } } };
  const paths = { "/a": { get: { operationId: "getA", responses } } };
  const errors = documentedErrors({ servers: [], paths });
  expect([...(errors.get("getA") ?? [])]).toEqual([]);
});
