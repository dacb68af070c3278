import { describe, expect, test } from "vitest";
import type { JsonObject } from "../contract/json.ts";
import { jsonBody, smallDocument } from "../testing/contract.ts";
import type { ShortAnswer } from "../testing/exchange.ts";
import { outcomesOf, suiteOf } from "../testing/suite.ts";
import { scriptedWire } from "../testing/target.ts";

const responses = {
  "200": jsonBody({ properties: { size: { maximum: 5 } } }),
  "404": { description: "" },
  "422": { description: "" },
};

/** The outcome of the rule with the slug, when the control is answered 200 and its request so. */
async function outcome(slug: string, answer: ShortAnswer, operation: JsonObject) {
  const document = smallDocument({ responses, ...operation });
  const { wire, sent } = scriptedWire([{ json: {} }, answer]);
  const id = `things/derived/listThings/${slug}`;
  const all = await outcomesOf(await suiteOf(document), { wire, selects: (known) => known === id });
  return { outcome: all[id], sent };
}

const size = (schema: JsonObject) => ({ parameters: [{ name: "size", in: "query", schema }] });

describe("a valid request", () => {
  test.each([
    [{ status: 200 }, "passed"],
    [{ status: 201 }, "passed"],
    [{ status: 400 }, "failed"],
    [{ status: 500 }, "failed"],
    // It ended by itself, as a chat may.
    [{ status: 410 }, "untestable"],
    [{ failure: "ECONNRESET" }, "error"],
  ])("at an edge, answered with %j, has %s", async (answer, name) => {
    const found = await outcome("query/size/accepts-maximum", answer, size({ maximum: 5 }));
    expect(found.outcome?.name).toBe(name);
    expect(found.sent[1]?.url).toMatch(/\?size=5$/);
  });
});

describe("a request that breaks a constraint", () => {
  test.each([
    [{ status: 422 }, "passed"],
    [{ status: 400 }, "failed"],
    [{ status: 200 }, "failed"],
    [{ status: 410 }, "untestable"],
  ])("and is to be refused, answered with %j, has %s", async (answer, name) => {
    const found = await outcome("query/size/maximum", answer, size({ maximum: 5 }));
    expect(found.outcome?.name).toBe(name);
    expect(found.sent[1]?.url).toMatch(/\?size=6$/);
  });

  test.each([
    [{ status: 422 }, "passed"],
    [{ json: { size: 5 } }, "passed"],
    [{ json: { size: 6 } }, "failed"],
    [{ status: 404 }, "failed"],
    [{ status: 500 }, "failed"],
  ])("and may be bent, answered with %j, has %s", async (answer, name) => {
    const schema = { maximum: 5, "x-violations": { maximum: "refuse-or-clamp" } };
    const found = await outcome("query/size/maximum", answer, size(schema));
    expect(found.outcome?.name).toBe(name);
  });

  test.each([{ status: 422 }, { status: 200 }, { status: 500 }])(
    "in a way that is not documented is observed, answered with %j",
    async (answer) => {
      const schema = { maximum: 5, "x-violations": { maximum: "undocumented" } };
      const found = await outcome("query/size/maximum", answer, size(schema));
      expect(found.outcome).toEqual({ name: "passed", observed: `answers ${answer.status}` });
    },
  );
});

describe("an unknown id", () => {
  const operation = { path: "/things/{id}", parameters: [{ name: "id", in: "path", schema: {} }] };

  test.each([
    [404, "passed"],
    [400, "failed"],
    [200, "failed"],
  ])("answered %i has %s", async (status, name) => {
    const found = await outcome("path/id/unknown", { status }, operation);
    expect(found.outcome?.name).toBe(name);
  });

  test.each([404, 204])(
    "is observed where nobody says what happens, answered %i",
    async (status) => {
      const schema = { "x-violations": { unknown: "undocumented" } };
      const open = { ...operation, parameters: [{ name: "id", in: "path", schema }] };
      const found = await outcome("path/id/unknown", { status }, open);
      expect(found.outcome).toEqual({ name: "passed", observed: `answers ${status}` });
    },
  );

  test("is no rule where 404 is not documented", async () => {
    const found = await outcome(
      "path/id/unknown",
      { status: 404 },
      { ...operation, responses: { "200": { description: "" } } },
    );
    expect(found.outcome).toBeUndefined();
  });
});

test("no rule is judged by a control that failed", async () => {
  const document = smallDocument({ responses, ...size({ maximum: 5 }) });
  const { wire, sent } = scriptedWire([{ status: 400 }]);
  const outcomes = await outcomesOf(await suiteOf(document), { wire });
  expect(outcomes["things/derived/listThings/query/size/maximum"]?.name).toBe("untestable");
  expect(outcomes["things/derived/listThings/accepts-valid-request"]?.name).toBe("failed");
  expect(sent).toHaveLength(1);
});
