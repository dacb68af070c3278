import { expect, test } from "vitest";
import contract from "../../generated/control/contract.json" with { type: "json" };
import { type ContractDocument, operationsOf } from "../contract/document.ts";
import { openBench } from "./testing.ts";

const document: ContractDocument = contract;

test.each(operationsOf(document).map((operation) => [operation.operationId, operation] as const))(
  "%s is there, at the place that the document gives it",
  async (_, { method, path, mediaTypes }) => {
    const { url } = await openBench();
    const response = await fetch(url + path.replace(":id", "unknown"), {
      method,
      ...(mediaTypes && { headers: { "Content-Type": "application/json" }, body: "{}" }),
    });
    const text = await response.text();
    expect([response.status, text]).not.toEqual([404, expect.stringContaining("There is nothing")]);
    // With the self-check on, an answer that the document does not have would be a 500.
    expect(response.status).toBeLessThan(500);
  },
);

test("what the document does not have is not there", async () => {
  const { control } = await openBench();
  expect(await control("GET", "/nowhere")).toMatchObject({
    status: 404,
    body: { message: "There is nothing at this path" },
  });
  const reply = await control("DELETE", "/clock");
  expect([reply.status, reply.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
});

test("what is no JSON is refused", async () => {
  const { control } = await openBench();
  expect(await control("POST", "/clock/advance", "{")).toMatchObject({
    status: 400,
    body: { message: "The body is not valid JSON" },
  });
});
