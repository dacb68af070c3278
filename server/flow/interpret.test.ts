import { describe, expect, test } from "vitest";
import { FlowError, readFlow } from "./flow.ts";
import { start, step } from "./interpret.ts";
import { scripted, talk } from "./testing.ts";

const menu = {
  type: "buttons",
  text: "Choose",
  buttons: [
    { id: "faq", title: "Common questions" },
    { id: "lost", title: "Nowhere" },
  ],
};
const topics = {
  type: "list",
  text: "Pick",
  button_text: "Open",
  sections: [{ title: "General", rows: [{ id: "hours", title: "Business hours" }] }],
};
const flow = readFlow({
  menu: { message: ["Hello", menu], transitions: { faq: "topics", default: "what" } },
  topics: { message: topics, transitions: { hours: "hours" } },
  hours: { message: "8 to 17", transitions: { default: "menu" } },
  what: { message: "Sorry?", transitions: { faq: "topics", bye: "end", default: "what" } },
  end: { message: "Bye!" },
});
const { call } = scripted();

test("the greeting is what the initial state says", async () => {
  expect(await start(flow, {}, call)).toEqual({
    state: "menu",
    messages: [{ type: "text", text: "Hello" }, menu],
    variables: {},
    ended: false,
  });
});

test("a turn matches, moves, and says what the new state says", async () => {
  const turn = await step(flow, { state: "menu", variables: {} }, { text: "FAQ" }, call);
  expect(turn).toMatchObject({ state: "topics", messages: [topics], ended: false });
});

test("without a match and a default a state says the same again", async () => {
  const turn = await step(flow, { state: "topics", variables: {} }, { text: "what?" }, call);
  expect(turn).toMatchObject({ state: "topics", messages: [topics], ended: false });
});

test("a flow ends in a state without transitions", async () => {
  const turn = await step(flow, { state: "what", variables: {} }, { text: "bye" }, call);
  expect(turn).toMatchObject({ state: "end", ended: true });
});

test("a state that the flow no longer has cannot be left", async () => {
  const gone = step(flow, { state: "gone", variables: {} }, { text: "hi" }, call);
  await expect(gone).rejects.toThrow(new FlowError("The flow has no state gone."));
});

describe("variables", () => {
  test("an answer is kept under the name of the state that it was given in", async () => {
    const { last, turn } = await talk(
      {
        name: { message: "Who are you?", transitions: { default: "age" } },
        age: { message: "How old, {{variables.name}}?", transitions: { default: "end" } },
        end: { message: "{{name}} is {{age}}." },
      },
      ["Asha", "41"],
    );
    expect(last).toEqual(["Asha is 41."]);
    expect(turn.variables).toEqual({ name: "Asha", age: "41" });
  });

  test("what a user says is text, whatever it looks like", async () => {
    const { last } = await talk(
      {
        one: { transitions: { default: "two" } },
        two: { message: "{{one}}", transitions: { default: "three" } },
        three: { message: "{{two}}" },
      },
      ["secret", "{{one}}"],
    );
    expect(last).toEqual(["{{one}}"]);
  });

  test("a state and a variable may be called like what every object has", async () => {
    const { last, turn } = await talk(
      JSON.parse('{"__proto__":{"transitions":{"default":"b"}},"b":{"message":"{{__proto__}}"}}'),
      ["hi"],
    );
    expect(last).toEqual(["hi"]);
    expect(Object.getPrototypeOf(turn.variables)).toBe(Object.prototype);
  });
});

describe("a state that is left at once", () => {
  const calling = (more: object, transitions: object = {}) => ({
    ask: { message: "Number?", transitions: { default: "fetch" } },
    fetch: {
      message: "Looking up {{ask}}",
      actions: [{ type: "API_CALL", url: "https://a.example", ...more }],
      transitions,
    },
    found: { message: "It is {{response.state}}", transitions: { default: "ask" } },
    lost: { message: "No luck", transitions: { default: "ask" } },
  });
  const both = { success_transition: "found", failure_transition: "lost" };
  const good = scripted({ status: 204, body: { state: "on its way" } });

  test("says its message before the next one's", async () => {
    const { last, turn } = await talk(calling(both), ["7"], good.call);
    expect(last).toEqual(["Looking up 7", "It is on its way"]);
    expect(turn.state).toBe("found");
  });

  test.each([
    ["a refusal", { status: 404, body: null }],
    ["a redirect", { status: 302, body: "" }],
    ["no answer", "failed"],
  ] as const)("is left by the way of failure after %s", async (_, answer) => {
    const { turn } = await talk(calling(both), ["7"], scripted(answer).call);
    expect(turn.state).toBe("lost");
  });

  test("is left by its default when the call names no transition", async () => {
    const to = { default: "found" };
    expect((await talk(calling({}, to), ["7"], good.call)).turn.state).toBe("found");
    expect((await talk(calling({}, to), ["7"])).turn.state).toBe("found");
  });

  test("is not left where nothing leads on", async () => {
    const { turn, last } = await talk(calling({}, { no: "ask" }), ["7"], good.call);
    expect([turn.state, last]).toEqual(["fetch", ["Looking up 7"]]);
  });
});

test("a state that is entered from itself runs its actions again, one that only asks again does not", async () => {
  const { call: counting, asked } = scripted({ status: 200, body: 1 });
  const actions = [{ type: "API_CALL", url: "https://a.example", success_transition: "ask" }];
  const definition = {
    first: { transitions: { default: "call" } },
    call: { actions },
    ask: { message: "?", transitions: { again: "call" } },
  };
  const { turn } = await talk(definition, ["go", "what", "again"], counting);
  expect([turn.state, asked.length]).toEqual(["ask", 2]);
});

test("actions lead on twenty times in a turn, and make twenty calls, and no more", async () => {
  const states = {
    start: { transitions: { default: "loop" } },
    loop: {
      message: "x{{response}}",
      actions: [{ type: "API_CALL", url: "https://a.example" }],
      transitions: { out: "start", default: "loop" },
    },
  };
  const { call: counting, asked } = scripted({ status: 200, body: "y" });
  const { turn, last } = await talk(states, ["go"], counting);
  expect(turn).toMatchObject({ state: "loop", ended: false });
  expect([asked.length, last?.length, last?.at(-2), last?.at(-1)]).toEqual([20, 21, "xy", "x"]);
});

test("a turn says a hundred messages at most, those of actions first", async () => {
  const many = (text: string) => Array.from({ length: 90 }, (_, index) => `${text} ${index}`);
  const actions = [{ type: "SEND_MESSAGE", message: many("sent") }];
  const { last = [] } = await talk({ a: { actions, message: many("said") } }, []);
  expect(last).toHaveLength(100);
  expect(last.slice(89, 91)).toEqual(["sent 89", "said 0"]);
});
