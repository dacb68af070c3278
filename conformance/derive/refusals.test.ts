import { expect, test } from "vitest";
import { smallContract } from "../testing/contract.ts";
import { refusals } from "./derivation.ts";

const refusalsOf = (...statuses: number[]) =>
  refusals(
    smallContract({
      responses: Object.fromEntries(statuses.map((status) => [status, { description: "" }])),
    }).operation,
  );

test("a refusal is a documented 4xx about what was sent", () => {
  expect(refusalsOf(200, 400, 401, 402, 403, 404, 409, 410, 422, 429, 500)).toEqual([400, 422]);
});

test("without one that is documented, it is any 4xx that means nothing else", () => {
  const statuses = refusalsOf(200, 401, 404, 500);
  expect(statuses).toContain(400);
  expect(statuses).toContain(422);
  expect(statuses).toContain(499);
  for (const other of [401, 402, 403, 404, 409, 410, 429, 399, 500])
    expect(statuses).not.toContain(other);
});
