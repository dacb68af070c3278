import type { Operation } from "../contract/contract.ts";
import { describe } from "../evidence.ts";
import type { AnswerRule } from "./answers.ts";

/** The status is one that the operation documents. */
export const statusRule =
  ({ responses }: Operation): AnswerRule =>
  (exchange, { status }) =>
    responses.has(String(status))
      ? []
      : [
          {
            message: `${describe(exchange)} is answered with an undocumented status`,
            expected: `one of ${[...responses.keys()].join(", ")}`,
            actual: String(status),
            exchange,
          },
        ];

/** The status is no 5xx. */
export const serverErrorRule: AnswerRule = (exchange, { status }) =>
  status < 500
    ? []
    : [
        {
          message: `${describe(exchange)} ends in a server error`,
          expected: "a success, or a refusal with a 4xx",
          actual: String(status),
          exchange,
        },
      ];

/** The media type is one that the status documents; parameters such as `charset` and letter case do not count. */
export const mediaTypeRule =
  ({ responses }: Operation): AnswerRule =>
  (exchange, { status, headers }) => {
    const documented = [...(responses.get(String(status))?.content.keys() ?? [])];
    const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    if (documented.length === 0 || (type !== undefined && documented.includes(type))) return [];
    return [
      {
        message: `${describe(exchange)} is answered ${status} with another media type`,
        expected: `Content-Type: ${documented.join(" or ")}`,
        actual: headers["content-type"] ?? "no Content-Type",
        exchange,
      },
    ];
  };

/** Required headers are there, and those documented as numbers are numbers. */
export const headerRule =
  ({ responses }: Operation): AnswerRule =>
  (exchange, { status, headers }) =>
    (responses.get(String(status))?.headers ?? []).flatMap(({ name, required, schema }) => {
      const value = headers[name.toLowerCase()];
      const numeric = schema.schema.type === "number" || schema.schema.type === "integer";
      const fits = value === undefined ? !required : !numeric || /^\d+(\.\d+)?$/.test(value);
      if (fits) return [];
      return [
        {
          message: `${describe(exchange)} is answered ${status} without a proper ${name}`,
          expected: `${name}: ${numeric ? "a number" : "a value"}`,
          actual: value === undefined ? `no ${name}` : `${name}: ${value}`,
          exchange,
        },
      ];
    });
