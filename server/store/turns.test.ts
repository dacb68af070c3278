import { expect, test } from "vitest";
import { takeTurns } from "./turns.ts";

test("work of one name comes one after the other, in the order asked for", async () => {
  const turns = takeTurns();
  const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
  const seen: string[] = [];
  const first = turns("a", async () => {
    await pause;
    seen.push("first");
  });
  const second = turns("a", async () => void seen.push("second"));
  await turns("b", async () => void seen.push("another name"));
  goOn();
  await Promise.all([first, second]);
  expect(seen).toEqual(["another name", "first", "second"]);
});

test("work that throws lets the next one in", async () => {
  const turns = takeTurns();
  const failing = turns("a", () => Promise.reject(new Error("no")));
  const next = turns("a", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});
