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
    expect(
      targets.map(({ verdict, counts }) => [verdict, counts.failed, counts.untestable]),
    ).toEqual([
      ["conformant", 0, 0],
      ["conformant", 0, 0],
    ]);
  } finally {
    await reference.close();
  }
  expect(complaints).toEqual([]);
}, 60_000);
