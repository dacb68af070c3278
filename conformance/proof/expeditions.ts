import { explored } from "./explored.ts";
import { mutants } from "./mutants/all.ts";
import { startOracles } from "./reference.ts";
import { variants } from "./variants/all.ts";

/**
 * How much random journeys alone find: `node conformance/proof/expeditions.ts [journeys] [seed] [pattern]`. Every mutant
 * is explored, and every legal variant; ends with 1 where a variant raises an alarm.
 */
const [journeys = "50", seed = "1", pattern = ""] = process.argv.slice(2);
const chosen = new RegExp(pattern);
const { oracles, close } = await startOracles();
const expedition = { journeys: Number(journeys), seed: Number(seed), oracles };

let found = 0;
const hidden: string[] = [];
for (const mutant of mutants.filter(({ id }) => chosen.test(id))) {
  const { detours, requests } = await explored(mutant, expedition);
  const [first] = detours;
  if (first === undefined) hidden.push(mutant.id);
  else {
    found += 1;
    const { difference, trace, from } = first;
    console.log(
      `${mutant.id}: ${difference.breaks}, ${trace.length} steps of ${from}, ${requests} requests`,
    );
  }
}
console.log(`Not found: ${hidden.join(", ") || "none"}`);
console.log(
  `${found} of ${found + hidden.length} mutants found by ${journeys} journeys from seed ${seed}`,
);

let alarms = 0;
for (const variant of variants.filter(({ id }) => chosen.test(id))) {
  const { detours } = await explored({ ...variant, fault: variant.fault() }, expedition);
  for (const { difference, seed: at } of detours) {
    alarms += 1;
    console.log(`ALARM ${variant.id}: ${difference.breaks}, ${difference.message} (seed ${at})`);
  }
}
console.log(`${alarms} alarms in legal variants`);
await close();
process.exitCode = alarms > 0 ? 1 : 0;
