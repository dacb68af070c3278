import type { Score } from "./compare.ts";
import { mcnemar, paired } from "./mcnemar.ts";

/** One row for each tool, as Markdown. */
export function scoreTable(scores: readonly Score[], versionOf: (peer: string) => string): string {
  const header =
    "| tool | version | mutants | caught | attributed | clean | legal | chance | requests | seconds |";
  return [
    header,
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...scores.map((score) => {
      const { peer, mutants, clean, legal, noise, requests, seconds } = score;
      const count = (is: "caught" | "attributed") =>
        [...mutants.values()].filter((mutant) => mutant[is]).length;
      const share = (part: number) => `${part} (${percent(part, mutants.size)})`;
      const cells = [
        peer,
        versionOf(peer),
        mutants.size,
        share(count("caught")),
        share(count("attributed")),
        clean.alarms,
        `${legal.alarmed.length} of ${legal.tried}`,
        `${noise.novel} of ${noise.runs}`,
        requests,
        seconds.toFixed(1),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;

/** One row for each tool but the first, on the mutants that both were tried on. */
export function pairsTable(scores: readonly Score[], ours: string): string {
  const first = scores.find(({ peer }) => peer === ours);
  if (first === undefined) return "";
  return [
    `| tool | mutants | both | only ${ours} | only the tool | neither | p |`,
    "|---|---:|---:|---:|---:|---:|---:|",
    ...scores
      .filter(({ peer }) => peer !== ours)
      .map(({ peer, mutants }) => {
        const common = [...mutants].flatMap(([id, { caught }]) => {
          const mine = first.mutants.get(id);
          return mine === undefined ? [] : [[mine.caught, caught] as const];
        });
        const counts = paired(common);
        const cells = [peer, common.length, counts.both, counts.first, counts.second];
        return `| ${[...cells, counts.neither, inWords(mcnemar(counts))].join(" | ")} |`;
      }),
  ].join("\n");
}

const inWords = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(3));
