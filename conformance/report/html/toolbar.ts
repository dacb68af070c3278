import { type Choice, filterForm } from "../../../html/filter.ts";
import type { Markup } from "../../../html/markup.ts";
import type { OutcomeName } from "../../model.ts";
import type { Report } from "../report.ts";

const outcomes: readonly OutcomeName[] = [
  "failed",
  "error",
  "untestable",
  "passed",
  "inapplicable",
];

/** The filter of all promises of a report. */
export function toolbar({ targets }: Report): Markup {
  const all = targets.flatMap(({ requirements }) => requirements);
  const choice = (
    name: "outcome" | "level",
    legend: string,
    values: readonly string[],
  ): Choice => ({
    name,
    legend,
    values: values.map((value) => [value, all.filter((one) => one[name] === value).length]),
  });
  return filterForm(
    all,
    [choice("outcome", "Outcome", outcomes), choice("level", "Level", ["must", "should"])],
    "promises",
    "id, promise or finding",
  );
}
