import { expect, test } from "vitest";
import type { Limits } from "../limits.ts";
import { serve } from "../testing.ts";
import { converse } from "./connection.ts";
import { judgeWire } from "./judge.ts";
import { describe } from "./report.ts";
import { fuzz } from "./run.ts";
import { everyWireCase } from "./wire.ts";

/** `npm run fuzz -- --requests 500 --seed 20260402` is the same, and any other seed another slice. */
const SEED = 20_260_402;

const impatient: Partial<Limits> = { headersMs: 1_000, requestMs: 2_000, checkMs: 100 };

/** A server, the ports it has, and the faults that it logs. */
async function victim() {
  const faults: string[] = [];
  const { url, control } = await serve({
    control: 0,
    limits: impatient,
    log: (line, level) => void (level === "error" && faults.push(line)),
  });
  const portOf = (address = "") => Number(new URL(address).port);
  return { faults, ports: { apis: portOf(url), control: portOf(control?.url) } };
}

test("whatever is asked, the answer is one that the contract has", {
  timeout: 120_000,
}, async () => {
  const { ports, faults } = await victim();
  const { rows, violations } = await fuzz({ requests: 500, seed: SEED, ports, lanes: 4 });
  expect(violations.map(describe), `seed ${SEED}`).toEqual([]);
  expect(faults, `seed ${SEED}`).toEqual([]);
  expect(rows.size).toBeGreaterThan(40);
});

test("what is no proper HTTP is refused, and the connection closed", {
  timeout: 60_000,
}, async () => {
  const { ports, faults } = await victim();
  const wrong = await Promise.all(
    everyWireCase.map(async (one) => {
      const reason = judgeWire(one, await converse(ports.apis, one));
      return reason === undefined ? [] : [`${one.name}: ${reason}`];
    }),
  );
  expect(wrong.flat()).toEqual([]);
  expect(faults).toEqual([]);
});
