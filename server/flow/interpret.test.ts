import { describe, expect, test } from "vitest";
import { FlowError, readFlow } from "./flow.ts";
import { start, step } from "./interpret.ts";

const menu = {
  type: "buttons",
  text: "Choose",
  buttons: [
    { id: "faq", title: "Common questions" },
    { id: "lost", title: "Nowhere" },
  ],
};
const list = {
  type: "list",
  text: "Pick",
  button_text: "Open",
  sections: [{ title: "General", rows: [{ id: "hours", title: "Business hours" }] }],
};
const flow = readFlow({
  menu: { message: ["Hello", menu], transitions: { faq: "topics", Bye: "end", default: "what" } },
  topics: { message: list, transitions: { hours: "hours" } },
  hours: { message: "8 to 17", transitions: { default: "menu" } },
  what: { message: "Sorry?", transitions: { faq: "topics" } },
  end: { message: "Bye!" },
});

/** Where a turn leads. */
const go = (from: string, text: string, optionId?: string) =>
  step(flow, from, { text, optionId }).state;

test("the greeting is what the initial state says", () => {
  expect(start(flow)).toEqual({
    state: "menu",
    messages: [{ type: "text", text: "Hello" }, menu],
    ended: false,
  });
});

describe("a turn", () => {
  test("goes by the id of the button or row", () => {
    expect(go("menu", "anything", "faq")).toBe("topics");
    expect(go("topics", "", "hours")).toBe("hours");
  });

  test.each(["faq", "FAQ", "  Faq\n"])("goes by the whole text, whatever its case: %j", (text) => {
    expect(go("menu", text)).toBe("topics");
  });

  test.each(["bye", "BYE"])("folds the trigger too: %s", (text) => {
    expect(go("menu", text)).toBe("end");
  });

  test("goes by the title of a button or row that was just shown", () => {
    expect(go("menu", "common questions")).toBe("topics");
    expect(go("topics", "Business hours")).toBe("hours");
  });

  test("does not know the titles of another state", () => {
    expect(go("what", "Common questions")).toBe("what");
  });

  test("takes an unknown button for text", () => {
    expect(go("menu", "faq", "unknown")).toBe("topics");
    expect(go("menu", "unknown", "unknown")).toBe("what");
  });

  test("falls back to default: for other words, for parts of a trigger, for nothing", () => {
    expect(go("menu", "the faq please")).toBe("what");
    expect(go("menu", "")).toBe("what");
    expect(go("menu", "Nowhere")).toBe("what");
  });

  test("without a match and a default says the same again", () => {
    const turn = step(flow, "topics", { text: "what?" });
    expect(turn).toEqual({ state: "topics", messages: [list], ended: false });
  });

  test("is not led astray by what every object has", () => {
    expect(go("topics", "constructor")).toBe("topics");
    expect(go("topics", "", "__proto__")).toBe("topics");
  });

  test("ends the flow in a state without transitions", () => {
    expect(step(flow, "menu", { text: "bye" })).toMatchObject({ state: "end", ended: true });
  });

  test("fails from a state that the flow no longer has", () => {
    expect(() => go("gone", "hi")).toThrow(new FlowError("The flow has no state gone."));
  });
});
