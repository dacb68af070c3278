import { describe, expect, onTestFinished, test, vi } from "vitest";
import { progressOn } from "./progress.ts";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe("in a log", () => {
  test("there is one plain line as each target starts", () => {
    const log = stream(false);
    const { step, end } = progressOn(log);
    for (let done = 0; done < 3; done += 1) step("sahut", done, 3);
    step("sarufi", 0, 61);
    end();
    expect(log.written).toEqual([
      "Checking sahut: 3 requirements and observations\n",
      "Checking sarufi: 61 requirements and observations\n",
    ]);
  });
});

test("a log gets a line now and then while a run takes long", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const log = stream(false);
  const { step, answered } = progressOn(log);
  step("sahut", 0, 3);
  for (let second = 0; second < 31; second += 1) {
    vi.advanceTimersByTime(1000);
    answered("sahut");
  }
  expect(log.written.slice(1)).toEqual([
    "Checking sahut 0 of 3, 15 requests (1.0/s)\n",
    "Checking sahut 0 of 3, 30 requests (1.0/s)\n",
  ]);
});

describe("on a terminal", () => {
  test("there is one line, written over at most every 50 ms, and none in the end", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const terminal = stream(true);
    const { step, end } = progressOn(terminal);
    step("sahut", 0, 9);
    step("sahut", 1, 9);
    vi.advanceTimersByTime(49);
    step("sahut", 2, 9);
    vi.advanceTimersByTime(1);
    step("sahut", 3, 9);
    step("sarufi", 0, 5);
    end();
    expect(terminal.written).toEqual([
      "\r\u001b[KChecking sahut 0 of 9, 0 requests",
      "\r\u001b[KChecking sahut 3 of 9, 0 requests",
      "\r\u001b[KChecking sahut 3 of 9, 0 requests; sarufi 0 of 5, 0 requests",
      "\r\u001b[K",
    ]);
  });

  test("the line says how many requests there were, how fast, and how much time is left", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const terminal = stream(true);
    const { expect: expectDepartures, step, answered } = progressOn(terminal);
    expectDepartures("sahut", [0, 2000, 4000, 94_000]);
    step("sahut", 0, 9);
    answered("sahut");
    vi.advanceTimersByTime(2000);
    answered("sahut");
    expect(terminal.written.at(-1)).toBe(
      "\r\u001b[KChecking sahut 0 of 9, 2 requests (1.0/s), 1 min 32 s left",
    );
  });

  test("a line is never longer than the terminal is wide", () => {
    const terminal = { ...stream(true), columns: 20 };
    const { step } = progressOn(terminal);
    step("sahut", 0, 9);
    expect(terminal.written).toEqual(["\r\u001b[KChecking sahut 0 of"]);
  });

  test("one that cannot move its cursor gets lines", () => {
    const terminal = stream(true);
    const { step, end } = progressOn(terminal, { env: { TERM: "dumb" } });
    step("sahut", 0, 9);
    end();
    expect(terminal.written).toEqual(["Checking sahut: 9 requirements and observations\n"]);
  });
});
