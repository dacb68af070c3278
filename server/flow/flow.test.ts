import { describe, expect, test } from "vitest";
import { FlowError, readFlow } from "./flow.ts";

const states = { hello: { message: "Hi", transitions: { default: "bye" } }, bye: {} };

describe("readFlow", () => {
  test("takes the map of states, with or without a wrapper", () => {
    expect(readFlow(states)).toEqual(readFlow({ states }));
  });

  test("starts with the first state, or with the one that the wrapper names", () => {
    expect(readFlow(states).initial).toBe("hello");
    expect(readFlow({ initial: "bye", states }).initial).toBe("bye");
  });

  test("makes a text message of a text, and a list of a single message", () => {
    const audio = { type: "audio", media_url: "https://files.example.com/a.mp3" };
    const flow = readFlow({
      a: { message: "Hi" },
      b: { message: audio },
      c: { message: ["Hi", audio] },
    });
    const text = { type: "text", text: "Hi" };
    const said = ["a", "b", "c"].map((name) => flow.states.get(name)?.messages);
    expect(said).toEqual([[text], [audio], [text, audio]]);
  });

  test("takes a state that is called states", () => {
    const flow = readFlow({ states: { states: { message: "Hi" } } });
    expect([...flow.states.keys()]).toEqual(["states"]);
  });

  test.each([
    ["no object", [], "A flow definition is an object: a map of states."],
    ["no states", {}, "The flow has no states."],
    ["an empty wrapper", { states: {} }, "The flow has no states."],
    [
      "a first state that is not there",
      { initial: "x", states },
      "The flow starts with x, which it does not have.",
    ],
    [
      "a transition to nowhere",
      { hello: { transitions: { default: "x" } } },
      "State hello leads to x, which the flow does not have.",
    ],
  ])("refuses %s", (_, definition, message) => {
    expect(() => readFlow(definition)).toThrow(new FlowError(message));
  });

  test.each([
    ["an unknown type", { type: "sticker" }],
    ["a missing member", { type: "image" }],
    ["a button without an id", { type: "buttons", text: "?", buttons: [{ title: "Yes" }] }],
  ])("refuses a message with %s", (_, message) => {
    expect(() => readFlow({ hello: { message } })).toThrow(FlowError);
  });
});
