import { describe, expect, test } from "vitest";
import { findingsOf } from "./findings.ts";
import { pathsOf } from "./testing.ts";

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
    expect(pathsOf(own).warnings).toEqual(["states.a.actions[0].success_transition"]);
  });

  test("are none where a state waits for an answer", () => {
    const flow = {
      a: { message: "?", transitions: { default: "b" } },
      b: { actions: [call("a")] },
      end: {},
    };
    expect(pathsOf(flow)).toEqual({ errors: [], warnings: [] });
  });
});
