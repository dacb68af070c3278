import type { OutcomeName } from "../../model.ts";
import type { Report, RequirementReport } from "../report.ts";
import { html, type Markup } from "./markup.ts";

const outcomes: readonly OutcomeName[] = [
  "failed",
  "error",
  "untestable",
  "passed",
  "inapplicable",
];

/** The filter of all promises of a report. It is hidden until its script runs, since it does nothing without. */
export function toolbar({ targets }: Report): Markup {
  const all = targets.flatMap(({ requirements }) => requirements);
  return html`<form id="filter" role="search" aria-label="Promises" hidden>
<div class="line">
<label class="text"><span>Search</span> <input type="search" name="text" placeholder="id, promise or finding" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<label><span>Operation</span> <select name="operation"><option value="">all</option>${operationOptions(all)}</select></label>
<button type="reset">Show all</button>
</div>
<div class="line">
<fieldset><legend>Outcome</legend>${outcomes.map((outcome) =>
    chip(
      "outcome",
      outcome,
      all.filter((one) => one.outcome === outcome),
    ),
  )}</fieldset>
<fieldset><legend>Level</legend>${(["must", "should"] as const).map((level) =>
    chip(
      "level",
      level,
      all.filter((one) => one.level === level),
    ),
  )}</fieldset>
<p id="shown" role="status"></p>
</div>
</form>`;
}

/** A value to filter by, with how many promises have it; none chosen means all. */
function chip(name: string, value: string, members: readonly RequirementReport[]): Markup {
  return html`<label class="chip ${value}"><input type="checkbox" name="${name}" value="${value}"> ${value} <span class="number">${members.length}</span></label>\n`;
}

function operationOptions(requirements: readonly RequirementReport[]): readonly Markup[] {
  const operations = new Set(requirements.flatMap((one) => one.operations));
  return [...operations].sort().map((name) => html`<option>${name}</option>`);
}
