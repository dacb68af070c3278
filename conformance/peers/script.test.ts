import { expect, test } from "vitest";
import { contractFor } from "./contract.ts";
import { addressOf, scriptFor } from "./script.ts";

const document = {
  paths: {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", example: "documented" }],
      delete: { operationId: "deletePet" },
      get: {
        operationId: "getPet",
        parameters: [{ name: "full", in: "query", example: true, "x-note": "left out" }],
      },
    },
  },
};
const parameters = { "*": { id: "17" }, deletePet: { id: "18" } };
const contract = contractFor(document, { key: "k", parameters });

test("every operation is asked for what is there, without a key, and for what is not", () => {
  const steps = scriptFor(contract, "k").map((step) => [
    step.method,
    addressOf(step),
    step.authorization,
    step.status,
  ]);
  expect(steps).toEqual([
    ["GET", "/pets/17", "Bearer k", "2XX"],
    ["GET", "/pets/17?full=true", "Bearer k", "2XX"],
    ["GET", "/pets/17", null, "401"],
    ["GET", "/pets/17", "Bearer of-nobody", "401"],
    ["GET", "/pets/unknown", "Bearer k", "404"],
    ["DELETE", "/pets/18", null, "401"],
    ["DELETE", "/pets/18", "Bearer of-nobody", "401"],
    ["DELETE", "/pets/unknown", "Bearer k", "404"],
    ["DELETE", "/pets/18", "Bearer k", "2XX"],
  ]);
});

test("the contract has no member of ours, and no schema that is `true`", () => {
  const told = contractFor(
    { paths: {}, components: { schemas: { Any: { properties: { a: true, "x-a": {} } } } } },
    { key: "k", parameters: {} },
  );
  expect(told.components).toEqual({
    schemas: { Any: { properties: { a: {}, "x-a": {} } } },
  });
  expect(JSON.stringify(contract)).not.toContain("x-note");
});
