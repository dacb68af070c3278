import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Part, table } from "./part.ts";
import { parts } from "./parts.ts";

const file = join(import.meta.dirname, "..", "BENCH.md");

const introduction = `# The reference server, measured

\`npm run bench\` measures it beside its peers, prints these tables, and writes this file;
\`npm run bench -- cold-start\` measures one part, and leaves the others as they stand here. Ours and the peers take turns,
round by round, so that whatever else the machine does meets all of them. Machines differ: read the ratios.
`;

/** The commands whose sections the file has, in its order. */
const commands: readonly string[] = [
  ...parts.map((name) => `npm run bench -- ${name}`),
  "npm run soak -- --write",
  "npm run fuzz -- --write",
];

/** Puts what a command has measured in its place in BENCH.md; the others stay as they are. */
export async function writeReport(command: string, part: Part): Promise<void> {
  const sections = await sectionsOf(file);
  sections.set(command, sectionOf(command, part));
  const known = commands.flatMap((each) => sections.get(each) ?? []);
  await writeFile(file, [introduction, ...known].join("\n"));
}

/** By the command that has measured them. */
async function sectionsOf(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const [, ...sections] = text.split(/^(?=## )/m);
  return new Map(
    sections.flatMap((section) => {
      const [, command] = /^Measured by `([^`]+)`/m.exec(section) ?? [];
      return command === undefined ? [] : [[command, section.trimEnd().concat("\n")] as const];
    }),
  );
}

function sectionOf(command: string, part: Part): string {
  const about = [part.about, `Measured by \`${command}\` on ${machine()}.`];
  const notes = part.notes === undefined ? "" : `\n${part.notes}\n`;
  return `## ${part.title}\n\n${about.join("\n\n")}\n\n${table(part)}\n${notes}`;
}

/** In words: whose it is, and where, is nobody's business. */
function machine(): string {
  const cores = `${availableParallelism()} cores`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  const model = cpus()[0]?.model.trim() ?? "an unknown processor";
  const day = new Date().toISOString().slice(0, 10);
  return `${cores} (${model}), ${memory}, ${process.platform}, Node ${process.versions.node}, ${day}`;
}
