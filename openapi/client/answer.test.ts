import { describe, expect, test } from "vitest";
import { answerOf } from "./answer.ts";
import { UndocumentedAnswer } from "./undocumented-answer.ts";

const statuses = { json: [200, 404, "4XX", "default"], bare: [204, 304] };

const sort = (response: Response, body: { data?: unknown; error?: unknown }) =>
  answerOf("GET /things", statuses, { ...body, response });

/** A redirect or an answer without a body cannot be made with one. */
const answer = (status: number, type?: string) =>
  new Response(null, { status, ...(type && { headers: { "Content-Type": type } }) });

test("a good answer is data, a failed one an error, each with its status", () => {
  const good = answer(200);
  expect(sort(good, { data: '{"a":1}' })).toEqual({
    status: 200,
    data: { a: 1 },
    error: undefined,
    response: good,
  });
  const failed = answer(404);
  expect(sort(failed, { error: { a: 1 } })).toEqual({
    status: 404,
    data: undefined,
    error: { a: 1 },
    response: failed,
  });
});

test("the closest name that the contract gives to a status is the status", () => {
  expect(sort(answer(404), { error: {} }).status).toBe(404);
  expect(sort(answer(409), { error: {} }).status).toBe("4XX");
  expect(sort(answer(500), { error: {} }).status).toBe("default");
});

test("where no body is documented, there is neither data nor error", () => {
  for (const status of [204, 304]) {
    expect(sort(answer(status), { data: undefined })).toMatchObject({
      status,
      data: undefined,
      error: undefined,
    });
  }
});

describe("an answer that the contract does not describe is an error that says so", () => {
  test.each([
    ["a status it does not name", answer(202, "application/json"), { data: '{"a":1}' }, { a: 1 }],
    ["a page in place of JSON", answer(200, "text/html"), { data: "<html>" }, "<html>"],
    ["a page in place of an error", answer(404, "text/html"), { error: "<html>" }, "<html>"],
    ["no body where there is one", answer(200), { data: undefined }, ""],
    ["an empty body", answer(404), { error: "" }, ""],
    ["null in place of an error", answer(404), { error: null }, ""],
  ])("%s", (_, response, fetched, body) => {
    const { status, data, error } = sort(response, fetched);
    expect({ status, data }).toEqual({ status: "undocumented", data: undefined });
    expect(error).toBeInstanceOf(UndocumentedAnswer);
    expect(error).toMatchObject({ body });
  });

  test("in a sentence with operation, status and media type", () => {
    const { error } = sort(answer(502, "text/html; charset=utf-8"), { error: "<html>" });
    expect(String(error)).toBe(
      "UndocumentedAnswer: GET /things: 502 with text/html is no answer that the contract describes",
    );
  });
});
