import { expect, test } from "vitest";
import { startServer } from "../main.ts";

test("an operation of the contract that nothing serves stops the start", async () => {
  const start = startServer({
    faults: {
      handlers: (_, handlers) =>
        Object.fromEntries(Object.entries(handlers).filter(([id]) => id !== "sendMessage")),
    },
  });
  await expect(start).rejects.toThrow(
    "The contract of sahut has sendMessage, but no handler serves it.",
  );
});
