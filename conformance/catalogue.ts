import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { arrayAt, isObject, objectAt, stringAt } from "./contract/json.ts";
import type { Level, Requirement } from "./model.ts";

/** A row of `requirements.yaml`: a requirement, one that no client could observe, or one that nobody judges yet. */
export type Row = Requirement & {
  /** Why nothing can judge it. */
  readonly excluded?: string;
  /** What is missing before anything can judge it; such a row is a debt. */
  readonly open?: string;
  /** What the reference server does at a silent point. */
  readonly reference?: string;
};

const levels: readonly string[] = ["must", "should", "observe"] satisfies Level[];
const isLevel = (text: string): text is Level => levels.includes(text);

/**
 * Reads a catalogue of requirements; where there is none, it has no rows.
 * @throws Error naming the row and the member that is wrong
 */
export async function readCatalogue(file: URL | undefined): Promise<ReadonlyMap<string, Row>> {
  if (file === undefined) return new Map();
  const document: unknown = parse(await readFile(file, "utf8"));
  const pages = objectAt(document, "sources");
  const rows = new Map<string, Row>();
  for (const raw of arrayAt(document, "requirements")) {
    const row = rowOf(raw, pages);
    if (rows.has(row.id)) throw new Error(`requirements.yaml: the id ${row.id} stands twice`);
    rows.set(row.id, row);
  }
  return rows;
}

function rowOf(raw: unknown, pages: { readonly [page: string]: unknown }): Row {
  const id = stringAt(raw, "id");
  if (!isObject(raw) || id === undefined) {
    throw new Error(`requirements.yaml: a row without an id: ${JSON.stringify(raw)}`);
  }
  const text = (member: string): string => {
    const value = stringAt(raw, member);
    if (value === undefined) throw new Error(`requirements.yaml: ${id} has no ${member}`);
    return value.trim();
  };
  const level = text("level");
  if (!isLevel(level)) {
    throw new Error(
      `requirements.yaml: ${id} has the level ${level}; allowed: ${levels.join(", ")}`,
    );
  }
  const [, page = "", section] = /^([^,]+)(?:,\s*(.+))?$/.exec(text("source")) ?? [];
  const url = stringAt(pages, page);
  if (url === undefined) {
    const known = Object.keys(pages).join(", ");
    throw new Error(`requirements.yaml: ${id} names the page ${page}; known: ${known}`);
  }
  const optional = ["feature", "excluded", "open", "reference"] as const;
  return {
    id,
    level,
    statement: text("statement"),
    source: { section: section === undefined ? page : `${page}, ${section}`, url },
    operations: arrayAt(raw, "operations").map(String),
    needs: arrayAt(raw, "needs").map(String),
    ...Object.fromEntries(
      optional.flatMap((member) => (stringAt(raw, member) ? [[member, text(member)]] : [])),
    ),
  };
}
