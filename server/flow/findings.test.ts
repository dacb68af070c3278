import { describe, expect, test } from "vitest";
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
    "states that lead to each other alone",
    { a: {}, b: { transitions: { default: "c" } }, c: { transitions: { default: "b" } } },
    [],
    ["states.b", "states.c"],
  ],
])("finds in %s where it is", (_, flow, errors, warnings) => {
  expect(paths(flow)).toEqual({ errors, warnings });
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
    expect(paths(flow).errors.toSorted()).toEqual(errors.toSorted());
  });
});

describe("actions", () => {
  const call = { type: "API_CALL", url: "https://a.example" };
  const of = (...actions: unknown[]) =>
    paths({ a: { actions, transitions: { default: "b" } }, b: {} });
  const first = (member: string) => `states.a.actions[0]${member}`;

  test.each([
    ["an unknown type", { type: "DANCE" }, ".type"],
    ["no type", {}, ".type"],
    ["no object", "API_CALL", ""],
    ["a call without an address", { type: "API_CALL" }, ".url"],
    ["an integration", { type: "API_CALL", integration: "crm", path: "/x" }, ".integration"],
    ["an unknown method", { ...call, method: "get" }, ".method"],
    ["a header of no text", { ...call, headers: { A: 1 } }, ".headers.A"],
    ["a header that cannot be", { ...call, headers: { "A b": "" } }, ".headers.A b"],
    ["a body of no object", { ...call, body: "x" }, ".body"],
    ["a name that no placeholder holds", { ...call, save_to: "a.b" }, ".save_to"],
    ["a flag of no truth value", { ...call, fire_and_forget: "yes" }, ".fire_and_forget"],
    ["a way to nowhere", { ...call, success_transition: "x" }, ".success_transition"],
    ["another way to nowhere", { ...call, failure_transition: "x" }, ".failure_transition"],
    ["nothing to send", { type: "SEND_MESSAGE" }, ".message"],
    [
      "something odd to send",
      { type: "SEND_MESSAGE", message: [{ type: "image" }] },
      ".message[0].media_url",
    ],
  ])("with %s are errors", (_, action, member) => {
    expect(of(action).errors).toContain(first(member));
  });

  test("in order are not", () => {
    const send = { type: "SEND_MESSAGE", message: ["Hi", { type: "audio", media_url: "x" }] };
    const full = { ...call, method: "PUT", headers: { A: "b" }, body: { c: [1] }, save_to: "d" };
    expect(of({ ...full, failure_transition: "b" }, send)).toEqual({ errors: [], warnings: [] });
  });

  test.each([
    ["types that are not run", { type: "CONDITION", anything: 1 }, ""],
    ["types that are not run either", { type: "LLM_AGENT" }, ""],
    ["members that nobody reads", { ...call, sucess_transition: "b" }, ".sucess_transition"],
    ["a body that is not sent", { ...call, body: {} }, ".body"],
  ])("with %s are worth a warning", (_, action, member) => {
    expect(of(action)).toEqual({ errors: [], warnings: [first(member)] });
  });

  test("that lead on by one outcome alone are worth one, unless there is a default", () => {
    const one = { ...call, success_transition: "b" };
    expect(paths({ a: { actions: [one] }, b: {} }).warnings).toEqual([
      first(".failure_transition"),
    ]);
    expect(of(one).warnings).toEqual([]);
    const other = { ...call, failure_transition: "b" };
    expect(paths({ a: { actions: [other] }, b: {} }).warnings).toEqual([
      first(".success_transition"),
    ]);
  });

  test("make the states that they lead to reachable", () => {
    const actions = [{ ...call, success_transition: "b", failure_transition: "c" }];
    expect(paths({ a: { actions }, b: {}, c: {} }).warnings).toEqual([]);
  });
});

describe("cycles that nothing but a failure ends", () => {
  const call = (target: string) => ({
    type: "API_CALL",
    url: "https://a.example",
    success_transition: target,
    failure_transition: "end",
  });

  test("are worth a warning where they close", () => {
    const flow = {
      a: { transitions: { default: "b" } },
      b: { actions: [{ type: "SEND_MESSAGE", message: "x" }, call("c")] },
      c: {
        actions: [{ type: "API_CALL", url: "https://a.example" }],
        transitions: { default: "b" },
      },
      end: {},
    };
    const message = "Only a call that fails leads out of this cycle: b, c, b.";
    const path = "states.c.transitions.default";
    expect(findingsOf(flow).warnings).toEqual([{ path, message }]);
    const own = { a: { actions: [call("a")] }, end: {} };
    expect(paths(own).warnings).toEqual(["states.a.actions[0].success_transition"]);
  });

  test("are none where a state waits for an answer", () => {
    const flow = {
      a: { message: "?", transitions: { default: "b" } },
      b: { actions: [call("a")] },
      end: {},
    };
    expect(paths(flow)).toEqual({ errors: [], warnings: [] });
  });
});

describe("variables that nothing sets", () => {
  const flow = (text: string, actions: object[] = []) => ({
    a: { message: text, actions, transitions: { default: "b" } },
    b: {},
  });
  const call = { type: "API_CALL", url: "https://a.example", save_to: "order" };

  test("are worth a warning each", () => {
    const text = "{{variables.x}} {{y.z}} {{response}} {{order}}";
    const { warnings } = findingsOf(flow(text, [{ ...call, fire_and_forget: true }]));
    const path = "states.a.message";
    expect(warnings).toEqual(
      ["x", "y", "response", "order"].map((name) => ({
        path,
        message: `Nothing sets the variable ${name}.`,
      })),
    );
  });

  test("are none that answers, calls and the server set", () => {
    const text = "{{a}} {{variables.b[0]}} {{contact_name}} {{order.id}} {{response}}";
    expect(paths(flow(text, [call])).warnings).toEqual([]);
  });
});
