import { describe, expect, test } from "vitest";
import { findingsOf } from "./findings.ts";
import { pathsOf } from "./testing.ts";

describe("variables that nothing sets", () => {
  const flow = (text: string, actions: object[] = []) => ({
    a: { message: text, actions, transitions: { default: "b" } },
    b: {},
  });
  const call = { type: "API_CALL", url: "https://a.example", save_to: "order" };

  test("are worth a warning each", () => {
    const text = "{{variables.x}} {{x}} {{y.z}} {{response}} {{order}}";
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
    expect(pathsOf(flow(text, [call])).warnings).toEqual([]);
  });
});
