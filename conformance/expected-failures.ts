import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { isObject } from "./contract/json.ts";
import type { Report } from "./report/report.ts";
import { nearestName, UsageError } from "./usage.ts";

/** Why each of these requirements is known to fail, by id. */
export type ExpectedFailures = ReadonlyMap<string, string>;

const form = "It is a list of entries such as `- { id: sahut/…, reason: mended in 2.4 }`.";

/**
 * Reads `--expect-failures`: a YAML list of `id` and `reason`.
 * @param known the ids of all requirements
 * @throws UsageError when it cannot be read, is no such list, gives no reason, or names an id twice or one that nobody has
 */
export async function readExpectedFailures(
  file: string,
  known: readonly string[],
): Promise<ExpectedFailures> {
  const list = await parsed(file);
  if (!Array.isArray(list)) throw new UsageError(`${file} is no list of known failures. ${form}`);
  const expected = new Map<string, string>();
  for (const [index, entry] of list.entries()) {
    const place = `${file}, entry ${index + 1}`;
    const { id, reason } = isObject(entry) ? entry : {};
    if (typeof id !== "string" || id === "") throw new UsageError(`${place} has no id. ${form}`);
    if (typeof reason !== "string" || reason.trim() === "")
      throw new UsageError(`${place}, ${id}, has no reason. ${form}`);
    if (expected.has(id)) throw new UsageError(`${place} names ${id} again.`);
    if (!known.includes(id))
      throw new UsageError(
        `${place} names ${id}, which no requirement is.${nearestName(id, known)}`,
      );
    expected.set(id, reason);
  }
  return expected;
}

async function parsed(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, "utf8"), { logLevel: "error" }) ?? [];
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const what = error instanceof YAMLParseError ? "is not YAML" : "cannot be read";
    throw new UsageError(`The known failures ${file} ${what}: ${why}`);
  }
}

/** The same report, with the reason at each requirement that is known to fail. */
export function withExpected(report: Report, expected: ExpectedFailures): Report {
  const targets = report.targets.map((target) => ({
    ...target,
    requirements: target.requirements.map((requirement) => {
      const reason = expected.get(requirement.id);
      return reason === undefined ? requirement : { ...requirement, expected: reason };
    }),
  }));
  return { ...report, targets };
}

/** Known failures that hold now, and can be taken off the list. */
export const mended = ({ targets }: Report): readonly string[] =>
  targets.flatMap(({ requirements }) =>
    requirements
      .filter(({ expected, outcome }) => expected !== undefined && outcome === "passed")
      .map(({ id }) => id),
  );
