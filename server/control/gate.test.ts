import { expect, test } from "vitest";
import { gate } from "./gate.ts";

test("work alone waits for what is inside, and holds back what comes meanwhile", async () => {
  const { pass, alone } = gate();
  const log: string[] = [];
  const inside = Promise.withResolvers<void>();
  const first = pass(async () => {
    await inside.promise;
    log.push("first");
  });
  const closed = alone(async () => void log.push("alone"));
  const second = pass(async () => void log.push("second"));
  inside.resolve();
  await Promise.all([first, closed, second]);
  expect(log).toEqual(["first", "alone", "second"]);
});

test("what is inside does not wait for one another", async () => {
  const { pass } = gate();
  const other = Promise.withResolvers<void>();
  await Promise.all([pass(() => other.promise), pass(async () => other.resolve())]);
});

test("work that fails leaves the gate open", async () => {
  const { pass, alone } = gate();
  const fail = async () => {
    throw new Error("no");
  };
  await expect(alone(fail)).rejects.toThrow("no");
  await expect(pass(fail)).rejects.toThrow("no");
  const log: string[] = [];
  await alone(async () => void log.push("alone"));
  await pass(async () => void log.push("through"));
  expect(log).toEqual(["alone", "through"]);
});
