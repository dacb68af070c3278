import { expect, test } from "vitest";
import { scripted, talk } from "./testing.ts";

const call = (more: object = {}) => ({ type: "API_CALL", url: "https://a.example", ...more });
const send = (message: unknown) => ({ type: "SEND_MESSAGE", message });

/** What a state with these actions says on being entered with `text`, and what it asks. */
async function run(actions: unknown[], answers: Parameters<typeof scripted>, more: object = {}) {
  const { call: asking, asked } = scripted(...answers);
  const states = {
    ask: { transitions: { default: "act" } },
    act: { message: "done", actions, ...more },
    other: { message: "other" },
  };
  const { last, turn } = await talk(states, ["hi"], asking);
  return { last, turn, asked };
}

test("actions run in their order, and the state's message comes last", async () => {
  const picture = { type: "image", media_url: "https://a.example/{{response.id}}.png" };
  const { last } = await run(
    [send("one"), call(), send(["got {{response.id}}", picture])],
    [{ status: 200, body: { id: 7 } }],
  );
  const shown = { type: "image", media_url: "https://a.example/7.png" };
  expect(last).toEqual(["one", "got 7", shown, "done"]);
});

test("a transition that a call names is taken before the next action, the default after the last", async () => {
  const ok = [{ status: 200, body: 1 }] as const;
  const named = await run([call({ success_transition: "other" }), send("late")], [...ok]);
  expect(named.last).toEqual(["done", "other"]);
  const unnamed = await run([call(), send("late")], [...ok], { transitions: { default: "other" } });
  expect(unnamed.last).toEqual(["late", "done", "other"]);
});

test("what came back is kept as response, and under the name that the call gives", async () => {
  const { turn } = await run(
    [call({ save_to: "first" }), call({ save_to: "second" }), call()],
    [{ status: 200, body: { a: 1 } }, { status: 500, body: "Oh" }, "failed"],
  );
  expect(turn.variables).toEqual({ ask: "hi", first: { a: 1 }, second: "Oh", response: null });
});

test("a call that is not waited for keeps nothing, and counts as a success", async () => {
  const { turn, asked } = await run(
    [call({ fire_and_forget: true, save_to: "x", success_transition: "other" })],
    ["failed"],
  );
  expect(asked).toHaveLength(1);
  expect(turn).toMatchObject({ state: "other", variables: { ask: "hi" } });
  expect(Object.keys(turn.variables)).toEqual(["ask"]);
});

test("a POST has the automatic body, over which the call's own wins", async () => {
  const body = { order: "{{ask}}", variables: { mine: true } };
  const { asked } = await run([call({ method: "POST", body })], ["failed"]);
  expect(asked).toEqual([
    {
      state: "act",
      method: "POST",
      url: "https://a.example",
      headers: {},
      body: { message: { type: "text", text: "hi" }, order: "hi", variables: { mine: true } },
    },
  ]);
});

test.each(["GET", "DELETE"])("a %s has no body", async (method) => {
  const { asked } = await run([call({ method, body: { a: 1 } })], ["failed"]);
  expect(asked[0]).not.toHaveProperty("body");
});

test("values are encoded as their place asks for", async () => {
  const { call: asking, asked } = scripted({ status: 200, body: "https://b.example/x?y=" });
  const actions = [
    call(),
    call({ url: "{{response}}{{ask}}", headers: { "X-Said": "<{{ask}}>", "X-Plain": "é" } }),
  ];
  const states = { ask: { transitions: { default: "act" } }, act: { actions } };
  await talk(states, ["a/b&\r\nc: é"], asking);
  expect(asked[1]).toMatchObject({
    url: "https://b.example/x?y=a%2Fb%26%0D%0Ac%3A%20%C3%A9",
    headers: { "X-Said": "<a/b&%0D%0Ac: %C3%A9>", "X-Plain": "%C3%A9" },
  });
});

test("what is not run is passed over: other types, and what has a fault", async () => {
  const { last, asked } = await run(
    [{ type: "LLM_AGENT" }, { type: "CONDITION" }, { type: "API_CALL" }, 7, send("said")],
    ["failed"],
  );
  expect([last, asked]).toEqual([["said", "done"], []]);
});
