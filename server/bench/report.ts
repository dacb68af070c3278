import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Part, table } from "./part.ts";

const file = join(import.meta.dirname, "..", "BENCH.md");

const introduction = `# The reference server, measured

\`npm run bench\` measures it beside its peers, prints these tables, and writes this file;
\`npm run bench -- cold-start\` measures one part, and leaves the others as they stand here. Ours and the peers take turns,
round by round, so that whatever else the machine does meets all of them. Machines differ: read the ratios.
`;

/** Puts a part in its place in BENCH.md; the others stay as they are. */
export async function writeReport(
  name: string,
  part: Part,
  parts: readonly string[],
): Promise<void> {
  const sections = await sectionsOf(file);
  sections.set(name, sectionOf(name, part));
  const known = parts.flatMap((each) => sections.get(each) ?? []);
  await writeFile(file, [introduction, ...known].join("\n"));
}

/** By the name of the part, which its command ends with. */
async function sectionsOf(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const [, ...sections] = text.split(/^(?=## )/m);
  return new Map(
    sections.flatMap((section) => {
      const [, name] = /`npm run bench -- ([\w-]+)`/.exec(section) ?? [];
      return name === undefined ? [] : [[name, section.trimEnd().concat("\n")] as const];
    }),
  );
}

function sectionOf(name: string, part: Part): string {
  const about = [part.about, `Measured by \`npm run bench -- ${name}\` on ${machine()}.`];
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
