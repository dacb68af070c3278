import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallAnswer } from "./api-call.ts";
import { findingsOf } from "./findings.ts";
import { readFlow } from "./flow.ts";
import { type Place, start, step } from "./interpret.ts";

const name = fc.constantFrom("a", "b", "c", "d", "__proto__", "1");
const words = fc.constantFrom("yes", "no", "x y", "default", "", "constructor", "{{a}}", "帮助");
const placeholders = fc.constantFrom(
  "{{a}}",
  "{{variables.response.list[0]}}",
  "{{x.__proto__.y}}",
  "{{",
  "{{}}",
  "{{..[1]}}",
);
const text = fc.oneof(words, placeholders, fc.string({ unit: "binary" }));
const options = fc.array(fc.record({ id: words, title: text }), { maxLength: 3 });
const message = fc.oneof(
  text,
  fc.record({ type: fc.constant("buttons"), text, buttons: options }),
  fc.record({
    type: fc.constant("list"),
    text,
    button_text: text,
    sections: fc.array(fc.record({ title: text, rows: options }), { maxLength: 2 }),
  }),
  fc.record(
    { type: fc.constant("image"), media_url: text, media_caption: fc.option(text) },
    { requiredKeys: ["type", "media_url"] },
  ),
);
const said = fc.oneof(message, fc.array(message, { maxLength: 3 }));
const action = fc.oneof(
  fc.record({ type: fc.constant("SEND_MESSAGE"), message: said }),
  fc.record(
    {
      type: fc.constant("API_CALL"),
      url: fc.oneof(fc.constant("https://a.example/{{a}}"), text),
      method: fc.constantFrom("GET", "POST", "DELETE"),
      headers: fc.dictionary(fc.constantFrom("A", "B-c", "__proto__"), text),
      body: fc.dictionary(words, fc.jsonValue()),
      save_to: fc.constantFrom("x", "response", "__proto__"),
      fire_and_forget: fc.boolean(),
      success_transition: name,
      failure_transition: name,
    },
    { requiredKeys: ["type", "url"] },
  ),
  fc.record({ type: fc.constantFrom("CONDITION", "LLM_AGENT") }),
);
const state = fc.record(
  {
    message: said,
    transitions: fc.dictionary(words, name, { maxKeys: 4 }),
    actions: fc.array(action, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
/** Every name is a state's, so that most definitions lead somewhere. */
const states = fc
  .tuple(state, state, state, state, state, state)
  .map((all) => JSON.stringify(Object.fromEntries(all.map((each, at) => [NAMES[at], each]))));
const NAMES = ["a", "b", "c", "d", "__proto__", "1"];
const definition = fc
  .tuple(states, fc.boolean())
  .map(([text, wraps]): unknown => JSON.parse(wraps ? `{"initial":"b","states":${text}}` : text));
const answer: fc.Arbitrary<CallAnswer> = fc.oneof(
  fc.constant("failed" as const),
  fc.record({ status: fc.constantFrom(200, 204, 302, 404, 500), body: fc.jsonValue() }),
);
const input = fc.record({ text, optionId: fc.option(words, { nil: undefined }) });

/** Talks until the flow ends, and checks what holds after each turn. */
async function holds(
  flow: unknown,
  inputs: readonly { text: string; optionId: string | undefined }[],
  answers: readonly CallAnswer[],
) {
  const read = readFlow(flow);
  let calls = 0;
  const call = async () => answers[calls++ % answers.length] ?? "failed";
  let place: Place | undefined;
  for (const each of [undefined, ...inputs]) {
    const before = calls;
    const turn =
      place === undefined || each === undefined
        ? await start(read, {}, call)
        : await step(read, place, each, call);
    expect(read.states.has(turn.state)).toBe(true);
    expect(calls - before).toBeLessThanOrEqual(20);
    // What is kept is what comes back from the store.
    expect(JSON.parse(JSON.stringify(turn.variables))).toEqual(turn.variables);
    if (turn.ended) return;
    place = turn;
  }
}

test("whatever a definition without errors is, and whatever is said: a turn ends, in a state", async () => {
  await fc.assert(
    fc.asyncProperty(
      definition,
      fc.array(input, { maxLength: 6 }),
      fc.array(answer, { minLength: 1, maxLength: 4 }),
      async (flow, inputs, answers) => {
        fc.pre(findingsOf(flow).errors.length === 0);
        await holds(flow, inputs, answers);
      },
    ),
    { numRuns: 300 },
  );
});

test("whatever is no definition: it is found out, and nothing throws", () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({ states: fc.jsonValue() }),
    fc.dictionary(name, fc.jsonValue()),
    fc.dictionary(name, fc.record({ message: fc.jsonValue(), actions: fc.array(fc.jsonValue()) })),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const { errors, warnings } = findingsOf(value);
      for (const { path, message } of [...errors, ...warnings]) {
        expect([typeof path, message.length > 0]).toEqual(["string", true]);
      }
      if (errors.length === 0) expect(() => readFlow(value)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
