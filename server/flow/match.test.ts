import { expect, test } from "vitest";
import { readFlow, type State } from "./flow.ts";
import { match } from "./match.ts";

/** A state with these transitions, each of which leads to a state of its own name. */
function state(triggers: readonly string[], more: object = {}): State {
  const names = [...triggers, "default"];
  const transitions = Object.fromEntries(names.map((name) => [name, name]));
  const others = Object.fromEntries(names.map((name) => [name, {}]));
  const here = readFlow({ states: { ...others, here: { transitions, ...more } } }).states.get(
    "here",
  );
  if (here === undefined) throw new Error("There is such a state.");
  return here;
}
const buttons = {
  type: "buttons",
  text: "Choose",
  buttons: [
    { id: "faq", title: "Common questions" },
    { id: "lost", title: "Nowhere" },
    { id: "mine", title: "{{variables.plan}} plan" },
  ],
};
const menu = state(["bye", "faq", "my order", "mine", "c++", "帮助"], { message: buttons });

test.each([
  ["the id of what was picked, whatever the text", "bye", "faq", "faq"],
  ["the text, when what was picked is unknown", "faq", "unknown", "faq"],
  ["the whole text", "faq", undefined, "faq"],
  ["the whole text, whatever its case and spaces", "  FAQ\n", undefined, "faq"],
  ["the whole text before a word in it", "my order", undefined, "my order"],
  ["the title of an option on offer", "common QUESTIONS", undefined, "faq"],
  ["a title with a variable in it", "gold plan", undefined, "mine"],
  ["a word", "the faq, please!", undefined, "faq"],
  ["a phrase, over a line's end", "where is my\nOrder?", undefined, "my order"],
  ["the first of two words, in the definition's order", "faq or bye", undefined, "bye"],
  ["a word with signs in it", "do you know c++?", undefined, "c++"],
  ["a word of a script without spaces", "我需要帮助", undefined, "帮助"],
  ["default: a part of a word", "faqs goodbyes", undefined, "default"],
  ["default: half a phrase", "my orders", undefined, "default"],
  ["default: an option that leads nowhere", "Nowhere", undefined, "default"],
  ["default: nothing", "", undefined, "default"],
  ["default: what every object has", "constructor", "__proto__", "default"],
])("goes by %s", (_, text, optionId, target) => {
  expect(match(menu, { text, optionId }, { plan: "Gold" })).toBe(target);
});

test("the word default is nothing special", () => {
  const late = state(["bye"]);
  const first = { ...late, transitions: new Map([...late.transitions].reverse()) };
  expect(match(first, { text: "default bye" }, {})).toBe("bye");
});

test("the options of a sent message are on offer, those of other states are not", () => {
  const sending = state(["faq"], { actions: [{ type: "SEND_MESSAGE", message: buttons }] });
  expect(match(sending, { text: "Common questions" }, {})).toBe("faq");
  expect(match(state(["faq"]), { text: "Common questions" }, {})).toBe("default");
});

test("an empty trigger is met by an empty text alone", () => {
  expect(match(state([""]), { text: " " }, {})).toBe("");
  expect(match(state([""]), { text: "hi" }, {})).toBe("default");
});

test("a word within an apostrophe's word is no word", () => {
  expect(match(state(["ombe"]), { text: "ng'ombe" }, {})).toBe("default");
});

test("accents are the same however they are written", () => {
  expect(match(state(["café"]), { text: "un cafe\u0301 ?" }, {})).toBe("café");
});
