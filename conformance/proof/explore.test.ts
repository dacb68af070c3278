import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explored } from "./explored.ts";
import { mutants } from "./mutants/all.ts";
import { type Oracles, startOracles } from "./reference.ts";
import { variants } from "./variants/all.ts";

let oracles: Oracles;
beforeAll(async () => {
  oracles = await startOracles();
});
afterAll(() => oracles.close());

describe("random journeys find", () => {
  test.each([
    ["sahut/filter-by-status-ignored", "sahut/filters/status"],
    ["sahut/channel-not-required", "sahut/derived/createConversation/body/channel_id/required"],
    ["sahut/first-message-not-sent", "sahut/create/first-message-is-sent"],
    ["sarufi/sessions-share-their-state", "sarufi/sessions/keep-their-own-state"],
  ])("%s", async (id, breaks) => {
    const mutant = mutants.find((one) => one.id === id);
    if (mutant === undefined) throw new Error(`There is no mutant ${id}`);
    const { detours } = await explored(mutant, { ...oracles, journeys: 20, seed: 1 });
    const found = detours.map(({ difference }) => difference.breaks);
    expect(found, mutant.breaks).toContain(breaks);
  });
});

// `node conformance/proof/expeditions.ts` goes to all of them.
const slice = variants.filter((_, place) => place % 4 === 1);

/** Every variant gets journeys of its own. */
describe("random journeys raise no alarm where", () => {
  test.each(slice.map((variant, place) => [variant.id, variant, 1000 + 10 * place] as const))(
    "%s",
    async (_, variant, seed) => {
      const options = { ...oracles, journeys: 3, seed };
      const { detours } = await explored({ ...variant, fault: variant.fault() }, options);
      const alarms = detours.map(({ difference: { breaks, message }, seed }) => [
        breaks,
        message,
        seed,
      ]);
      expect(alarms, variant.does).toEqual([]);
    },
  );
});
