import { describe, expect, test } from "vitest";
import { jsonBody, smallDocument } from "../testing/contract.ts";
import type { ShortAnswer } from "../testing/exchange.ts";
import { outcomesOf, suiteOf } from "../testing/suite.ts";
import { scriptedWire } from "../testing/target.ts";

const error = jsonBody({ required: ["message"] });
const fits = { json: { id: "1", note: "A" } };
const refused = { status: 401, json: { message: "No." } };

/**
 * The outcomes of the answer rules when the control and then the requests without a key and with an unknown one are
 * answered so.
 */
async function outcomes(
  answers: readonly ShortAnswer[],
  { schema = {}, secured = true }: { schema?: object; secured?: boolean } = {},
) {
  const document = smallDocument({
    responses: { "200": jsonBody({ required: ["id"], ...schema }), "401": error, "400": error },
    ...(secured && { security: [{ bearer: [] }] }),
  });
  const { wire } = scriptedWire(answers);
  const all = await outcomesOf(await suiteOf(document), { wire });
  return Object.fromEntries(
    Object.entries(all)
      .filter(([id]) => !id.includes("/refuses-") && !id.endsWith("/accepts-valid-request"))
      .map(([id, { name }]) => [id.split("/").at(-1), name]),
  );
}

test("answers within the contract pass every rule", async () => {
  expect(await outcomes([fits, refused])).toEqual({
    "documented-status": "passed",
    "no-server-error": "passed",
    "media-type": "passed",
    "success-body": "passed",
    "refusal-body": "passed",
  });
});

test("headers are judged where they are documented, and not seen where none came", async () => {
  const responses = (status: string) => ({
    "200": jsonBody({}),
    [status]: jsonBody(
      {},
      { headers: { "X-Total": { required: true, schema: { type: "integer" } } } },
    ),
  });
  const headersOf = async (status: string, headers: Readonly<Record<string, string>>) => {
    const { wire } = scriptedWire([{ json: {}, headers }]);
    const suite = await suiteOf(smallDocument({ responses: responses(status) }));
    return (await outcomesOf(suite, { wire }))["things/derived/listThings/headers"]?.name;
  };
  expect(await headersOf("200", { "x-total": "7" })).toBe("passed");
  expect(await headersOf("200", {})).toBe("failed");
  expect(await headersOf("404", {})).toBe("untestable");
  expect(await headersOf("429", {})).toBeUndefined();
});

test("every answer counts, not only that of the control", async () => {
  expect(await outcomes([fits, refused, { status: 500, body: "!" }])).toMatchObject({
    "documented-status": "failed",
    "no-server-error": "failed",
    "success-body": "passed",
  });
});

test("success and refusal bodies are judged apart", async () => {
  expect(await outcomes([{ json: {} }, refused])).toMatchObject({
    "success-body": "failed",
    "refusal-body": "passed",
  });
  expect(await outcomes([fits, { status: 401, json: {} }])).toMatchObject({
    "success-body": "passed",
    "refusal-body": "failed",
  });
});

test("a kind of answer that was not seen is untestable", async () => {
  expect(await outcomes([{ status: 400, json: { message: "No." } }])).toMatchObject({
    "documented-status": "passed",
    "success-body": "untestable",
    "refusal-body": "untestable",
  });
});

test("an answer that never came is an error", async () => {
  expect(await outcomes([fits, { failure: "ECONNRESET" }])).toMatchObject({
    "documented-status": "error",
    "refusal-body": "error",
  });
});

test("an operation without a key has no refusal to judge", async () => {
  expect(await outcomes([fits], { secured: false })).not.toHaveProperty("refusal-body");
});

describe("what the examples suggest", () => {
  const suggested = { properties: { note: { type: "string", "x-level": "should" } } };

  test("is a rule of its own, which fails alone", async () => {
    const answers = [{ json: { id: "1", note: 5 } }, refused];
    expect(await outcomes(answers, { schema: suggested })).toMatchObject({
      "success-body": "passed",
      "success-shape": "failed",
    });
  });

  test("holds", async () => {
    expect(await outcomes([fits, refused], { schema: suggested })).toMatchObject({
      "success-shape": "passed",
    });
  });

  test("is no rule where nothing is suggested", async () => {
    expect(await outcomes([fits, refused])).not.toHaveProperty("success-shape");
  });
});
