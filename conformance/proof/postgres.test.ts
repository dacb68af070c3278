import { expect, test } from "vitest";
import { emptyStoreOptions } from "../../server/store/testing/empty.ts";
import { checkTargets } from "../check-targets.ts";
import { startReference } from "./reference.ts";

test("the reference server on PostgreSQL is conformant, and none of its answers breaks the contract", async () => {
  const { store } = await emptyStoreOptions();
  const complaints: string[] = [];
  const log = (line: string) => void complaints.push(line);
  const reference = await startReference({ ...store, log });
  try {
    const { targets } = await checkTargets(reference.targets, {
      only: [],
      readOnly: false,
      timeoutMs: 10_000,
      version: "proof",
    });
    // Two promises are of retries that take three quarters of an hour: they are seen where time is put forward.
    expect(
      targets.map(({ verdict, counts, missingFixtures }) => [
        verdict,
        counts.failed,
        counts.untestable,
        missingFixtures,
      ]),
    ).toEqual([
      ["conformant", 0, 2, { receiver_patience: 2 }],
      ["conformant", 0, 0, {}],
    ]);
  } finally {
    await reference.close();
  }
  // Deliveries are refused on purpose, to see them repeated.
  expect(complaints.filter((line) => !line.startsWith("webhook "))).toEqual([]);
}, 60_000);
