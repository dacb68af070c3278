import { expect, test } from "vitest";
import { contractOf } from "../../contract/contract.ts";
import type { Exchange } from "../../model.ts";
import { callOf, exchangeOf } from "../../testing/exchange.ts";
import { leftoversIn } from "./leftovers.ts";

const operation = (operationId: string) => ({ operationId, responses: {} });
const contract = contractOf({
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/pets": { post: operation("createPet") },
    "/pets/{petId}": { delete: operation("deletePet") },
    "/pets/{petId}/toys": { post: operation("createToy") },
    "/pets/{petId}/toys/{toyId}": { delete: operation("deleteToy") },
    "/orders": { post: operation("createOrder") },
    "/searches": { post: operation("search") },
  },
});

const sent = (
  operationId: string,
  method: string,
  path: string,
  id?: number,
  status = 201,
): Exchange => {
  const [, petId] = /\/pets\/(\d+)/.exec(path) ?? [];
  return exchangeOf(
    { status, ...(id !== undefined && { json: { id } }) },
    {
      call: callOf({ operationId, ...(petId !== undefined && { path: { petId } }) }),
      request: { method, url: `http://127.0.0.1:4010/v1${path}`, headers: {} },
    },
  );
};

test("what a run made is left until it is deleted, the latest first", () => {
  const exchanges = [
    sent("createPet", "POST", "/pets", 1),
    sent("createPet", "POST", "/pets", 2),
    sent("createToy", "POST", "/pets/2/toys", 5),
    sent("deletePet", "DELETE", "/pets/1", undefined, 204),
  ];
  expect(leftoversIn(contract, exchanges)).toEqual([
    {
      what: "toy 5",
      rest: {
        operationId: "deleteToy",
        purpose: "deleting what the run made",
        path: { petId: "2", toyId: "5" },
      },
    },
    {
      what: "pet 2",
      rest: {
        operationId: "deletePet",
        purpose: "deleting what the run made",
        path: { petId: "2" },
      },
    },
  ]);
});

test("what belongs to something goes with it", () => {
  const exchanges = [
    sent("createToy", "POST", "/pets/2/toys", 5),
    sent("deletePet", "DELETE", "/pets/2", undefined, 204),
  ];
  expect(leftoversIn(contract, exchanges)).toEqual([]);
});

test("what cannot be deleted stays, and an answer of 200 to a search is nothing that was made", () => {
  expect(
    leftoversIn(contract, [
      sent("createOrder", "POST", "/orders", 3),
      sent("search", "POST", "/searches", 9, 200),
    ]),
  ).toEqual([{ what: "order 3" }]);
});

test("what was refused made nothing", () => {
  expect(leftoversIn(contract, [sent("createPet", "POST", "/pets", 1, 400)])).toEqual([]);
});
