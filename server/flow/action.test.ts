import { describe, expect, test } from "vitest";
import { findingsOf } from "./findings.ts";
import { pathsOf } from "./testing.ts";

describe("actions", () => {
  const call = { type: "API_CALL", url: "https://a.example" };
  const of = (...actions: unknown[]) =>
    pathsOf({ a: { actions, transitions: { default: "b" } }, b: {} });
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

  test("with a slip of the pen are told what may have been meant", () => {
    const actions = [
      { ...call, sucess_transition: "a" },
      { ...call, colour: "red" },
    ];
    const { warnings } = findingsOf({ a: { actions, transitions: { default: "a" } } });
    expect(warnings.map(({ message }) => message)).toEqual([
      "API_CALL has no member sucess_transition. Did you mean success_transition?",
      "API_CALL has no member colour.",
      "Only a call that fails leads out of this cycle: a, a.",
    ]);
  });

  test("of an unknown type are told which there are", () => {
    const { errors } = findingsOf({ a: { actions: [{ type: "DANCE" }] } });
    const message = 'states.a.actions[0].type is "DANCE". Known are SEND_MESSAGE, API_CALL.';
    expect(errors).toEqual([{ path: "states.a.actions[0].type", message }]);
  });

  test("that lead on by one outcome alone are worth one, unless there is a default", () => {
    const one = { ...call, success_transition: "b" };
    expect(pathsOf({ a: { actions: [one] }, b: {} }).warnings).toEqual([
      first(".failure_transition"),
    ]);
    expect(of(one).warnings).toEqual([]);
    const other = { ...call, failure_transition: "b" };
    expect(pathsOf({ a: { actions: [other] }, b: {} }).warnings).toEqual([
      first(".success_transition"),
    ]);
  });

  test("make the states that they lead to reachable", () => {
    const actions = [{ ...call, success_transition: "b", failure_transition: "c" }];
    expect(pathsOf({ a: { actions }, b: {}, c: {} }).warnings).toEqual([]);
  });
});
