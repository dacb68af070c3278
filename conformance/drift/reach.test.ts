import { expect, test } from "vitest";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { callOf, exchangeOf } from "../testing/exchange.ts";
import { reachOf } from "./reach.ts";

const thing = { type: "object", properties: { id: {}, name: { type: "string" } } };
const { contract } = smallContract({
  responses: { "200": jsonBody(thing), "201": jsonBody(thing), "4XX": { description: "" } },
});
const call = callOf({ operationId: "listThings" });

test("an operation that nobody called was not reached at all", () => {
  expect(reachOf(contract, [exchangeOf({}, { call: callOf({ operationId: "other" }) })])).toEqual([
    {
      operation: "listThings",
      requests: 0,
      statuses: [
        { status: 200, documented: true, times: 0 },
        { status: 201, documented: true, times: 0 },
        { status: "4XX", documented: true, times: 0 },
      ],
      mediaTypes: { seen: [], unseen: [], undocumented: [] },
      headers: { seen: [], unseen: [], undocumented: [] },
      fields: { seen: [], unseen: ["id", "name"], undocumented: [] },
    },
  ]);
});

test("what came is counted, beside what is documented and what is not", () => {
  const exchanges = [
    exchangeOf({ status: 200, json: { id: 1 } }, { call }),
    exchangeOf({ status: 200, json: { id: 2, age: 7 } }, { call }),
    exchangeOf({ status: 418, json: { teapot: true } }, { call }),
    exchangeOf({ status: 503 }, { call }),
    exchangeOf({ failure: "ECONNRESET" }, { call }),
  ];
  const [reach] = reachOf(contract, exchanges);
  expect(reach?.requests).toBe(5);
  expect(reach?.statuses).toContainEqual({ status: 200, documented: true, times: 2 });
  expect(reach?.statuses).toContainEqual({ status: 418, documented: true, times: 1 });
  expect(reach?.statuses).toContainEqual({ status: 503, documented: false, times: 1 });
  expect(reach?.fields).toEqual({ seen: ["id"], unseen: ["name"], undocumented: ["age"] });
});
