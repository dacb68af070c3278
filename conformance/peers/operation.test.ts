import { expect, test } from "vitest";
import { operationFinder } from "./operation.ts";

const contract = {
  paths: {
    "/pets": { get: { operationId: "listPets" } },
    "/pets/mine": { get: { operationId: "listMine" } },
    "/pets/{id}": { get: { operationId: "getPet" }, delete: { operationId: "deletePet" } },
  },
};
const operationAt = operationFinder(contract, "http://127.0.0.1:4010/v1");

test.each([
  ["GET", "/pets", "listPets"],
  ["get", "/pets/{id}", "getPet"],
  ["DELETE", "/pets/17", "deletePet"],
  ["GET", "/v1/pets/17?full=1", "getPet"],
  ["GET", "http://127.0.0.1:4010/v1/pets", "listPets"],
  ["GET", "/pets/mine", "listMine"],
  ["POST", "/pets", undefined],
  ["GET", "/pets/17/toys", undefined],
])("%s %s is %s", (method, path, id) => {
  expect(operationAt(method, path)).toBe(id);
});
