import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { type Score, scoreOf } from "./compare.ts";
import type { Peer } from "./peer.ts";
import { projectFolder } from "./place.ts";
import type { Result } from "./result.ts";
import { pairsTable, scoreTable } from "./table.ts";
import { leftOut, peers } from "./tools/all.ts";
import { cleanSubjects, counts, type Subject } from "./work.ts";

/** Writes `conformance/PEERS.md` from what was measured, and prints the table. */
export async function writePages(
  results: readonly Result[],
  all: readonly Subject[],
): Promise<void> {
  const known = new Map([...cleanSubjects, ...all].map((subject) => [subject.id, subject]));
  const aims = new Map(all.flatMap(({ id, aim }) => (aim === undefined ? [] : [[id, aim]])));
  const mine = results.filter(({ subject }) => known.has(subject));
  const scores = peers
    .map(({ name }) => scoreOf(name, mine, aims, (id) => known.get(id)?.api ?? ""))
    .filter(({ mutants }) => mutants.size > 0);
  const page = pageOf(scores, mine, all);
  await writeFile(join(projectFolder, "conformance/PEERS.md"), page);
  console.log(scoreTable(scores, versionOf));
}

const versionOf = (name: string): string => peers.find((peer) => peer.name === name)?.version ?? "";

function pageOf(
  scores: readonly Score[],
  results: readonly Result[],
  all: readonly Subject[],
): string {
  const tried = new Set(results.map(({ subject }) => subject));
  const of = (kind: Subject["kind"]) => all.filter((one) => one.kind === kind && tried.has(one.id));
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}`;
  const errors = results.filter(({ error }) => error !== undefined);
  return `# Beside its peers

Written by \`npm run bench:peers\`. On ${machine}, several runs side by side with other work, so that seconds compare tools
with one another and nothing else.

${scoreTable(scores, versionOf)}

${legend}

## Pair by pair

Mutants that ours (\`concordat\`) and a tool were both tried on, and McNemar's exact test of whether they differ: p is how
likely two equally good tools differ at least so much.

${pairsTable(scores, "concordat")}

## By kind of mutant

${kindsTable(scores, all)}

## Worth a look

${worthALook(scores, all)}

## What was tried

- ${of("derived").length} mutants derived from the contracts, of ${counts.derived} drawn: as many of each kind (a member of a success, a member of
  a refusal, a status, media type and text, what is sent). Only those that change an answer of a recorded run of ours are in
  the frame, and none that the documentation permits.
- ${of("behaviour").length} mutants written by hand, of ${counts.operators + counts.behaviour} drawn: a quarter of them faults that any operation may have, the others of
  behaviour. None that needs the rate limit or three quarters of an hour. A server that takes any key takes any at all, and not
  only the one that our suite tries.
- ${of("legal").length} legal variants, of ${counts.legal} drawn: servers that do what the documentation leaves open otherwise.
- Each run has a reference server of its own on 127.0.0.1, with the rate limit off, and things made on it beforehand: a webhook,
  a chatbot and a flow to delete, a session, cursors. Every tool gets the same contract with these ids as the
  examples of its parameters, and the same key. A proxy that adds nothing counts the requests.
- Caught: the report has an alarm that none of the tool's reports on the clean server has, in the same configuration, with
  any of its seeds; ids, times, ports and large numbers are taken out before. Attributed: such an alarm names the operation
  and a word of the promise (the member, the status, "content-type"...); one textual rule for all, in \`conformance/peers/attribution.ts\`.

## To be read with care

- The mutants are those that prove our suite: it was made to catch them, and the others were not. That it does so here, with
  the key and ids that everybody gets, is no news; what the others catch is.
- What takes two minutes and more a run is tried on fewer mutants: its shares say less, and only a pair by pair comparison is
  fair to it.
- Some of the mutants by hand show only to who has a second key, or receives webhooks. No other tool here does, and
  they count all the same: they are promises of the documentation.
- Tools that watch a client (Prism, Redocly's proxy and drift, vitest-openapi) can see no more than the client asks. Ours
  for them asks each operation with every example, without a key, with a wrong one, for what there is not, and with one wrong body.
- An alarm at the clean server is not always the tool's fault: a schema cannot say that two members must fit together, and
  "a request that fits the schema was refused" is all that a tool can say then. Who uses it has to look at it all the same.

## How each tool was run

${peers.map((peer) => describe(peer, results, all)).join("\n")}

Left out: ${Object.entries(leftOut)
    .map(([name, why]) => `${name} (${why})`)
    .join("; ")}.
${errors.length === 0 ? "" : `\nRuns without a report: ${errors.length}. They count as not tried.\n`}`;
}

const legend = `Caught, attributed: of the mutants that the tool was tried on. Clean: distinct alarms at the two clean servers, all runs
together. Legal: legal variants with an alarm that the clean server does not get. Chance: clean runs that say what no other
clean run says; so often a catch, or an alarm at a legal variant, may be chance. Requests and seconds: the median of a run on
a mutant of one API.`;

function describe(
  { name, version, licence, command, about }: Peer,
  results: readonly Result[],
  all: readonly Subject[],
): string {
  const servers = new Set(
    results.filter(({ peer }) => peer === name).map(({ subject }) => subject),
  );
  const tried = all.filter(({ id }) => servers.has(id)).length;
  const part = tried === 0 ? " Not measured this time." : ` On ${tried} of ${all.length} servers.`;
  return `- **${name}** (${version}, ${licence}). ${about}${tried === all.length ? "" : part}\n  \`${command}\``;
}

/** What ours missed, and at which right servers a tool raises an alarm. */
function worthALook(scores: readonly Score[], all: readonly Subject[]): string {
  const ours = scores.find(({ peer }) => peer === "concordat");
  const missed = [...(ours?.mutants ?? [])].filter(([, { caught }]) => !caught).map(([id]) => id);
  const about = new Map(all.map((subject) => [subject.id, subject.about]));
  const others = (id: string) =>
    scores.filter(({ mutants }) => mutants.get(id)?.caught === true).map(({ peer }) => peer);
  return [
    ...missed.map((id) => {
      const by = others(id).join(", ") || "no tool";
      return `- Missed by \`concordat\`: \`${id}\`. ${about.get(id)} Caught by ${by}.`;
    }),
    ...scores
      .filter(({ legal }) => legal.alarmed.length > 0)
      .map(({ peer, legal }) => {
        const ids = legal.alarmed.map((id) => `\`${id}\``).join(", ");
        return `- Alarms of ${peer} at what the documentation leaves open: ${ids}.`;
      }),
  ].join("\n");
}

function kindsTable(scores: readonly Score[], all: readonly Subject[]): string {
  const cell = ({ mutants }: Score, kind: Subject["kind"]): string => {
    const ids = all.filter((one) => one.kind === kind && mutants.has(one.id)).map(({ id }) => id);
    return `${ids.filter((id) => mutants.get(id)?.caught === true).length} of ${ids.length}`;
  };
  return [
    "| tool | derived from the contract | written by hand |",
    "|---|---:|---:|",
    ...scores.map(
      (score) => `| ${score.peer} | ${cell(score, "derived")} | ${cell(score, "behaviour")} |`,
    ),
  ].join("\n");
}
