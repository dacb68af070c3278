import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../usage.ts";
import { badge } from "./badge.ts";
import { htmlReport } from "./html.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import type { Report } from "./report.ts";

/** What `--report` writes, by file name. */
export const reportFiles = (report: Report, strict: boolean): Readonly<Record<string, string>> => ({
  "report.json": jsonReport(report),
  "report.html": htmlReport(report),
  "report.md": markdownReport(report),
  "junit.xml": junitReport(report, strict),
  "badge.svg": badge(report),
});

/** Writes files into a folder, which is made, and says so. Throws a UsageError where they cannot be written. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  stderr: NodeJS.WritableStream,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to ${folder}: ${why}.`);
  }
  const [first = "", ...others] = Object.keys(files);
  stderr.write(`Written: ${join(folder, first)}, and beside it ${others.join(", ")}\n`);
}
