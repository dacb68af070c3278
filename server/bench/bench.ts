/**
 * `npm run bench`: measures the reference server beside its peers, prints a table for each part, and writes them into
 * `server/BENCH.md`. Arguments choose parts: `npm run bench -- cold-start`; those that are not chosen stay as they are.
 */
import type { Measure } from "./part.ts";
import { table } from "./part.ts";
import { parts } from "./parts.ts";
import { writeReport } from "./report.ts";

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(", ")}; there are: ${parts.join(", ")}.\n`);
  process.exit(2);
}
const log = (line: string) => void process.stderr.write(`${line}\n`);
for (const name of parts) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  // as: each of these files exports it, with this type.
  const { measure } = (await import(`./parts/${name}.ts`)) as { measure: Measure };
  const part = await measure(log);
  process.stdout.write(`\n${part.title}\n\n${table(part)}\n`);
  await writeReport(`npm run bench -- ${name}`, part);
}
