import fc from "fast-check";
import { isObject, objectOf } from "../../openapi/generate/json.ts";
import { hostileText, hostileValue } from "./hostile.ts";
import type { Fuzzed } from "./operations.ts";
import { fitting } from "./schema.ts";

/** An object by its members, each a text of JSON: so that one may be there twice. */
type Members = readonly (readonly [name: string, json: string])[];

/** The contract's examples, and what its schema allows. */
export function fittingBody(operation: Fuzzed): fc.Arbitrary<Buffer> {
  return members(operation).map(bytesOf);
}

/** A fitting body in which one member is missing, of another kind, there twice, or too much. */
export function nearBody(operation: Fuzzed): fc.Arbitrary<Buffer> {
  return fc
    .tuple(members(operation), fc.nat(20), hostileValue, hostileText, fc.nat(3))
    .map(([sound, n, value, name, change]) => {
      const at = sound.length === 0 ? 0 : n % sound.length;
      const [chosen = "a"] = sound[at] ?? [];
      switch (change) {
        case 0:
          return sound.filter((_, index) => index !== at);
        case 1:
          return [...sound, [chosen, value] as const];
        case 2:
          return [...sound, [name, value] as const];
        default:
          return sound.map((member, index) => (index === at ? ([chosen, value] as const) : member));
      }
    })
    .map(bytesOf);
}

/**
 * In place of what would hide most other answers, many failures and a main key that may do little;
 * and of an address that somebody may have, whom nothing is to be sent to.
 */
const harmless: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  addFailure: { times: 2 },
  setKeyPlan: { key: "sk_live_demo_starter" },
  createWebhook: { url: "https://10.0.0.1/hook" },
};

function members({ body, contract, operationId }: Fuzzed): fc.Arbitrary<Members> {
  if (body === undefined) return fc.constant([]);
  const examples = body.examples.filter(isObject);
  const made = fitting(contract, body.schema).map(objectOf);
  const value = examples.length === 0 ? made : fc.oneof(fc.constantFrom(...examples), made);
  return value.map((object) =>
    Object.entries(object)
      .map(([name, member]) => [name, harmless[operationId]?.[name] ?? member])
      .map(([name, member]) => [String(name), JSON.stringify(member)] as const),
  );
}

function bytesOf(body: Members): Buffer {
  const inside = body.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join();
  return Buffer.from(`{${inside}}`);
}
