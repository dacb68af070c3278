import type { Operation } from "../contract/contract.ts";
import { documentedFor } from "../contract/documented.ts";
import { bareType, fitsRange } from "../contract/media-type.ts";
import { describe } from "../evidence.ts";
import type { AnswerRule } from "./answers.ts";

/**
 * The status is one that the operation documents.
 * @param judges which statuses are looked at; default: all
 */
export const statusRule =
  (operation: Operation, judges: (status: number) => boolean = () => true): AnswerRule =>
  (exchange, { status }) =>
    !judges(status) || documentedFor(operation, status) !== undefined
      ? []
      : [
          {
            message: `${describe(exchange)} is answered with an undocumented status`,
            expected: `one of ${[...operation.responses.keys()].join(", ")}`,
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
  (operation: Operation): AnswerRule =>
  (exchange, { status, headers }) => {
    const documented = [...(documentedFor(operation, status)?.content.keys() ?? [])];
    const type = bareType(headers["content-type"] ?? "");
    if (documented.length === 0 || documented.some((range) => fitsRange(range, type))) return [];
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
  (operation: Operation): AnswerRule =>
  (exchange, { status, headers }) =>
    (documentedFor(operation, status)?.headers ?? []).flatMap(({ name, required, schema }) => {
      const value = headers[name.toLowerCase()];
      const numeric = schema.schema.type === "number" || schema.schema.type === "integer";
      const isNumber = /^-?\d+(\.\d+)?$/.test(value ?? "");
      // A delay that is negative is none (RFC 9110, 10.2.3).
      const least = name.toLowerCase() === "retry-after" ? 0 : undefined;
      const minimum = schema.schema.minimum ?? least;
      const isAllowed = isNumber && !(typeof minimum === "number" && Number(value) < minimum);
      const fits = value === undefined ? !required : !numeric || isAllowed;
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
