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
      "\r\u001b[KChecking sahut: 0 of 9",
      "\r\u001b[KChecking sahut: 3 of 9",
      "\r\u001b[KChecking sahut: 3 of 9, sarufi: 0 of 5",
      "\r\u001b[K",
    ]);
  });
});
