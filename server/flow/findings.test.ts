import { describe, expect, test } from "vitest";
import { pathsOf } from "./testing.ts";

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
    "states that lead to each other alone",
    { a: {}, b: { transitions: { default: "c" } }, c: { transitions: { default: "b" } } },
    [],
    ["states.b", "states.c"],
  ],
])("finds in %s where it is", (_, flow, errors, warnings) => {
  expect(pathsOf(flow)).toEqual({ errors, warnings });
});

describe("what does not fit the form of a flow", () => {
  test.each([
    ["a text for a state", { a: "Hi" }, ["states.a"]],
    ["a number for a message", { a: { message: 1 } }, ["states.a.message"]],
    ["a message of no type", { a: { message: {} } }, ["states.a.message.type"]],
    [
      "a message of an unknown type",
      { a: { message: ["x", { type: "gif" }] } },
      ["states.a.message[1].type"],
    ],
    [
      "every missing member",
      { a: { message: { type: "list", sections: [{}] } } },
      [
        "states.a.message.text",
        "states.a.message.button_text",
        "states.a.message.sections[0].title",
        "states.a.message.sections[0].rows",
      ],
    ],
    [
      "a target that is no name",
      { a: { transitions: { default: 1 } } },
      ["states.a.transitions.default"],
    ],
    [
      "what is in a wrapper",
      { initial: 1, states: { a: { message: 1 } } },
      ["initial", "states.a.message"],
    ],
    ["a name with a stroke", { "a/b": { message: 1 } }, ["states.a/b.message"]],
  ])("is found by its path: %s", (_, flow, errors) => {
    expect(pathsOf(flow).errors.toSorted()).toEqual(errors.toSorted());
  });
});
