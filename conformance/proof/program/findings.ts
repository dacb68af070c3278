import { itemsOf } from "../../run.ts";
import { suites } from "../../suites.ts";
import type { Fate } from "../derived/judge.ts";
import { type Equivalents, equivalents } from "../equivalents.ts";
import { unkilled } from "../unkilled.ts";
import { unsettled } from "../unsettled.ts";
import { unvaried } from "../unvaried.ts";
import type { KillMatrix } from "./kill-matrix.ts";
import { nameOf, type Result } from "./task.ts";

/** What the proof says against the suite, or against its own lists: nothing, when the suite is sound. */
export async function objections(
  results: readonly Result[],
  { fresh, kept }: { readonly fresh: KillMatrix; readonly kept: KillMatrix },
): Promise<readonly string[]> {
  const items = (await Promise.all(suites.map(itemsOf)))
    .flat()
    .map(({ requirement }) => requirement);
  const promises = items.filter(({ level }) => level !== "observe").map(({ id }) => id);
  const silent = items.filter(({ level }) => level === "observe").map(({ id }) => id);
  const killing = new Set([...fresh.values()].flat());
  const varied = new Set(results.flatMap(({ otherwise }) => otherwise));
  return [
    ...results.flatMap(({ task, complaints }) =>
      complaints.map((complaint) => `${nameOf(task)}: ${complaint}`),
    ),
    ...unkilledMutants(results),
    ...compare(
      "kills no mutant",
      promises.filter((id) => !killing.has(id)),
      unkilled,
    ),
    ...compare(
      "is answered otherwise by no variant",
      silent.filter((id) => !varied.has(id)),
      [...unvaried.keys()],
    ),
    ...stale(fresh, kept),
  ];
}

/** Mutants that nothing fails for and that nobody has explained, and explanations without such a mutant. */
function unkilledMutants(results: readonly Result[]): readonly string[] {
  const fates = results
    .filter(({ task }) => task.part === "derived mutants")
    .flatMap((result) => result.fates);
  const ending = (end: Fate["name"]): readonly string[] =>
    fates.flatMap(([id, { name }]) => (name === end ? [id] : []));
  const listed = (list: readonly Equivalents[]): readonly string[] =>
    list.flatMap(({ mutants }) => mutants);
  return [
    ...compare("survives", ending("survived"), listed(equivalents)),
    ...compare("ends undetermined", ending("undetermined"), listed(unsettled)),
  ];
}

/** What is so and not listed, and what is listed and not so. */
function compare(
  what: string,
  found: readonly string[],
  listed: readonly string[],
): readonly string[] {
  const [here, there] = [new Set(found), new Set(listed)];
  return [
    ...found.filter((id) => !there.has(id)).map((id) => `${id} ${what}`),
    ...listed
      .filter((id) => !here.has(id))
      .map((id) => `${id} is on the list, and it is not so that it ${what}`),
  ];
}

function stale(fresh: KillMatrix, kept: KillMatrix): readonly string[] {
  const ids = new Set([...fresh.keys(), ...kept.keys()]);
  const changed = [...ids].filter((id) => String(fresh.get(id)) !== String(kept.get(id)));
  if (changed.length === 0) return [];
  const shown = changed
    .slice(0, 5)
    .map((id) => `  ${id}: ${kept.get(id) ?? "not there"} -> ${fresh.get(id) ?? "not there"}`);
  return [
    `the kill matrix is stale in ${changed.length} mutants; renew it by \`npm run proof -- --write\`\n${shown.join("\n")}`,
  ];
}
