import { expect, test } from "vitest";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { callOf, exchangeOf } from "../testing/exchange.ts";
import { driftOf } from "./drift.ts";
import { reachOf } from "./reach.ts";

const thing = { type: "object", properties: { id: {}, name: { type: "string" } } };
const headers = { "X-Total": { required: true, schema: { type: "integer" } } };
const { contract } = smallContract({
  responses: {
    "200": jsonBody(thing, { headers }),
    "404": { description: "" },
    "500": { description: "" },
  },
});
const call = callOf({ operationId: "listThings" });
const drift = (answer: Parameters<typeof exchangeOf>[0]) =>
  driftOf(reachOf(contract, [exchangeOf(answer, { call })]));
const like = (kind: string, name: string) => ({ kind, name, operations: ["listThings"] });

test("an answer that has what the contract names differs in what did not come", () => {
  const json = { "content-type": "application/json; charset=utf-8", "x-total": "1" };
  expect(drift({ json: { id: 1, name: "A" }, headers: json })).toEqual({
    undocumented: [],
    unseen: [like("status", "404")],
  });
});

test("what no contract names is told: status, media type, header, field", () => {
  const plain = { "content-type": "text/html", "x-colour": "blue", date: "now", "cf-ray": "1" };
  expect(drift({ json: { id: 1, age: 7 }, headers: plain }).undocumented).toEqual([
    like("media type", "200 text/html"),
    like("header", "x-colour"),
    like("field", "age"),
  ]);
  expect(drift({ status: 418 }).undocumented).toEqual([like("status", "418")]);
});

test("what the contract names and no answer had is told", () => {
  expect(drift({ json: { id: 1 } }).unseen).toEqual([
    like("status", "404"),
    like("header", "x-total"),
    like("field", "name"),
  ]);
});

test("of an operation that was not called nothing is told", () => {
  expect(driftOf(reachOf(contract, []))).toEqual({ undocumented: [], unseen: [] });
});

test("the same difference in several operations is told once", () => {
  const [reach] = reachOf(contract, [exchangeOf({ status: 418 }, { call })]);
  const both = reach === undefined ? [] : [reach, { ...reach, operation: "other" }];
  expect(driftOf(both).undocumented).toEqual([
    { kind: "status", name: "418", operations: ["listThings", "other"] },
  ]);
});
