import { expect, test } from "vitest";
import { findingsOf } from "./findings.ts";

const paths = (value: unknown) => {
  const { errors, warnings } = findingsOf(value);
  return { errors: errors.map(({ path }) => path), warnings: warnings.map(({ path }) => path) };
};

test.each([
  ["a flow that is in order", { a: { transitions: { default: "b" } }, b: {} }, [], []],
  ["no object", [], [""], []],
  ["no states", {}, ["states"], []],
  ["no states, as the documentation writes it", { states: [] }, ["states"], []],
  ["an unknown first state", { initial: "x", states: { a: {} } }, ["initial"], ["states.a"]],
  [
    "every transition to nowhere",
    { a: { transitions: { yes: "x", no: "y", default: "a" } } },
    ["states.a.transitions.yes", "states.a.transitions.no"],
    [],
  ],
  ["a state without a default", { a: { transitions: { yes: "a" } } }, [], ["states.a.transitions"]],
  ["a state that nothing leads to", { a: {}, b: {} }, [], ["states.b"]],
  [
    "actions, which are not run",
    { a: { actions: [{ type: "API_CALL" }] } },
    [],
    ["states.a.actions"],
  ],
])("finds in %s where it is", (_, flow, errors, warnings) => {
  expect(paths(flow)).toEqual({ errors, warnings });
});
