import fc from "fast-check";
import type { Suite } from "../../suite.ts";
import { suites } from "../../suites.ts";
import type { Judged } from "../../verdict.ts";
import { combinationOf } from "../combination.ts";
import { derivedMutants } from "../derived/all.ts";
import { asFault } from "../derived/as-fault.ts";
import { type Fate, fateOf } from "../derived/judge.ts";
import type { DerivedMutant } from "../derived/mutant.ts";
import { type Recorded, record } from "../derived/record.ts";
import { mutants } from "../mutants/all.ts";
import type { Mutant } from "../mutants/mutant.ts";
import { nullTargets } from "../null-targets.ts";
import { complaintsAbout } from "../null-trial.ts";
import { idsWith, type Tried, tryOut } from "../trial.ts";
import { unsettled } from "../unsettled.ts";
import { variants } from "../variants/all.ts";
import type { Variant } from "../variants/variant.ts";
import type { Result, Task } from "./task.ts";

type Outcome = Omit<Result, "task">;

const nothing: Outcome = { fates: [], complaints: [], otherwise: [] };

/** Does tasks one after the other; what several of them need, such as a recording, it makes once. */
export function performer(): (task: Task) => Promise<Result> {
  const recordings = new Map<string, Promise<Recorded>>();
  const recordingOf = (api: string): Promise<Recorded> => {
    const recording = recordings.get(api) ?? record(suiteOf(api));
    recordings.set(api, recording);
    return recording;
  };
  const soundRuns = new Map<string, Promise<readonly Pick<Tried, "judged">[]>>();
  const soundOf = (api: string) => {
    // What is seen of a sound server depends on whether its rate limit is tried, and on the features.
    const runs =
      soundRuns.get(api) ??
      Promise.all([
        recordingOf(api),
        tryOut({ api, fault: {}, features: true }),
        tryOut({ api, fault: {} }),
      ]);
    soundRuns.set(api, runs);
    return runs;
  };
  const judgeVariant = async (variant: Variant): Promise<Outcome> =>
    tryVariant(variant, await soundOf(variant.api));
  const perform = async (task: Task): Promise<Outcome> => {
    switch (task.part) {
      case "mutant":
        return tryMutant(found(mutants, task.id));
      case "derived mutants":
        return judgeDerived(await recordingOf(task.api), task.operation);
      case "sample over HTTP":
        return trySample(await recordingOf(task.api), task.seed);
      case "legal variant":
        return judgeVariant(found(variants, task.id));
      case "combination":
        return judgeVariant(combinationOf(task.api, task.seed));
      case "null target": {
        const target = found(nullTargets, task.id);
        return { ...nothing, ...(await complaintsAbout(suiteOf(task.api), target)) };
      }
    }
  };
  return async (task) => {
    const { fates, complaints, otherwise } = await perform(task);
    return { task, fates, complaints, otherwise };
  };
}

/** Tries a mutant with the requests that it needs. */
export async function tryMutant(mutant: Mutant): Promise<Outcome> {
  const { only = mutant.kills } = mutant;
  const { judged } = await tryOut({ ...mutant, only: only === "all" ? [] : only });
  const by = idsWith(judged, "failed");
  const missed = mutant.kills.filter(
    (kill) => !by.some((id) => id === kill || id.startsWith(`${kill}/`)),
  );
  return {
    ...nothing,
    fates: [[mutant.id, by.length > 0 ? { name: "killed", by } : { name: "survived" }]],
    complaints: missed.map(
      (kill) =>
        `${kill} does not notice it: ${mutant.breaks} What failed: ${by.join(", ") || "nothing"}`,
    ),
  };
}

async function judgeDerived(recorded: Recorded, operation: string): Promise<Outcome> {
  const fates: (readonly [string, Fate])[] = [];
  for (const mutant of derivedMutants(recorded)) {
    if (mutant.operation === operation)
      fates.push([mutant.id, await settledFate(recorded, mutant)]);
  }
  return { ...nothing, fates };
}

/** What becomes of a derived mutant, on a recording, and where that cannot tell over HTTP. */
export async function settledFate(recorded: Recorded, mutant: DerivedMutant): Promise<Fate> {
  const fate = await fateOf(recorded, mutant);
  return isOpen(mutant.id, fate) ? fateOverHttp(mutant) : fate;
}

/** Nothing failed, and nobody has said why not: the suite may have asked what the recording has no answer to. */
const isOpen = (id: string, { name }: Fate): boolean =>
  name === "undetermined" && !unsettled.some(({ mutants }) => mutants.includes(id));

async function fateOverHttp(mutant: DerivedMutant): Promise<Fate> {
  const { api } = mutant;
  const { judged, verdict } = await tryOut({ api, fault: asFault(mutant), features: true });
  const by = idsWith(judged, "failed");
  if (by.length > 0) return { name: "killed", by };
  return { name: verdict === "conformant" ? "survived" : "undetermined" };
}

/** Tries a derived mutant over HTTP, and compares with what the recording said of it. */
async function trySample(recorded: Recorded, seed: number): Promise<Outcome> {
  const [mutant, fate] = await drawn(recorded, seed);
  const { judged, verdict } = await tryOut({
    api: mutant.api,
    fault: asFault(mutant),
    features: true,
    limits: true,
  });
  const failed = idsWith(judged, "failed");
  const told = fate.name === "killed" ? fate.by : [];
  const untrue = told.filter((id) => !failed.includes(id));
  const missed = fate.name === "survived" && verdict !== "conformant" ? [verdict] : [];
  return {
    ...nothing,
    complaints: [
      ...untrue.map((id) => `${mutant.id}: ${id} fails on the recording, and not over HTTP`),
      ...missed.map(
        (name) => `${mutant.id}: survives on the recording, and over HTTP it is ${name}`,
      ),
    ],
  };
}

/** A mutant that shows, drawn by lot. */
async function drawn(recorded: Recorded, seed: number): Promise<readonly [DerivedMutant, Fate]> {
  for (const mutant of fc.sample(fc.constantFrom(...derivedMutants(recorded)), {
    seed,
    numRuns: 100,
  })) {
    const fate = await fateOf(recorded, mutant);
    if (fate.name !== "idle") return [mutant, fate];
  }
  throw new Error(`None of the mutants drawn with the seed ${seed} shows`);
}

async function tryVariant(
  variant: Variant,
  sound: readonly Pick<Tried, "judged">[],
): Promise<Outcome> {
  const tried = await tryOut({ ...variant, fault: variant.fault() });
  const wanted = variant.takesAway === undefined ? "conformant" : "undetermined";
  const alarms = alarmsOf(tried);
  return {
    ...nothing,
    complaints: [
      ...alarms.map((alarm) => `${variant.id} is legal: ${variant.does} And yet ${alarm}`),
      ...(tried.verdict === wanted || alarms.length > 0
        ? []
        : [`${variant.id} is legal: ${variant.does} And yet it is ${tried.verdict}`]),
    ],
    otherwise: answeredOtherwise(tried, sound),
  };
}

/** The requirements that fail, a warning included, or fail to judge, each with the reason. */
export const alarmsOf = ({ judged }: Tried): readonly string[] =>
  judged.flatMap(({ requirement: { id }, outcome }) => {
    if (outcome.name === "failed") return [`${id} fails: ${outcome.findings[0]?.message}`];
    return outcome.name === "error" ? [`${id} is an error: ${outcome.reason}`] : [];
  });

/** The silent points of which a run shows what no sound one shows; one time or new id is like another. */
function answeredOtherwise(
  { judged }: Tried,
  sound: readonly Pick<Tried, "judged">[],
): readonly string[] {
  const usual = new Set(sound.flatMap((run) => run.judged.map(observation)));
  return judged.flatMap((each) =>
    usual.has(observation(each)) || observation(each) === undefined ? [] : [each.requirement.id],
  );
}

function observation({ requirement, outcome }: Judged): string | undefined {
  if (outcome.name !== "passed" || outcome.observed === undefined) return undefined;
  const passing = /\d{4}-\d\d-\d\dT[\d:.]+Z?|\b\w*01[0-9A-Z]{24}\b/g;
  return `${requirement.id} ${outcome.observed.replaceAll(passing, "…")}`;
}

function found<One extends { readonly id: string }>(all: readonly One[], id: string): One {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`There is no ${id} to try`);
  return one;
}

function suiteOf(api: string): Suite {
  const suite = suites.find((one) => one.api === api);
  if (suite === undefined) throw new Error(`There is no suite for ${api}`);
  return suite;
}
