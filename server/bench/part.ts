/** What a part of the bench has measured, as it stands in BENCH.md. */
export interface Part {
  readonly title: string;
  /** What was done, in Markdown. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Why the figures are what they are, in Markdown. */
  readonly notes?: string;
}

/** A file of `parts/` has one by this name. Takes words about how far it is, a line at a time. */
export type Measure = (log: (line: string) => void) => Promise<Part>;

/** In the middle of them; of an even number, the upper one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}

/** A table of Markdown, which is as readable on a terminal. */
export function table({ columns, rows }: Pick<Part, "columns" | "rows">): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, place) => Math.max(...all.map((row) => row[place]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, place) => pad(cell, widths[place] ?? 0)).join(" | ")} |`;
  const rule = columns.map((_, place) => "-".repeat(widths[place] ?? 0));
  return [line(columns), line(rule), ...rows.map(line)].join("\n");
}

/** Numbers stand on the right. */
function pad(cell: string, width: number): string {
  return /^[\d,.]+( \S+)?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}
