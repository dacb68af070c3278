import { type Choice, filterForm, groupOf } from "../../html/filter.ts";
import { filterScript } from "../../html/filter-script.ts";
import { html, type Markup } from "../../html/markup.ts";
import { page } from "../../html/page.ts";
import type { Documented } from "./landing.ts";
import {
  countAt,
  countOf,
  type DocumentedRequirement,
  isDerived,
  levels,
  standings,
} from "./requirement.ts";
import { requirementRow } from "./requirement-row.ts";
import { accent, style } from "./style.ts";

/** Everything that an API is judged by: what the documentation says, and what its contract implies. */
export function requirementsPage({ overview, requirements }: Documented): string {
  const { title, operations } = overview;
  const anchors = new Map(operations.map(({ operationId, anchor }) => [operationId, anchor]));
  const row = (one: DocumentedRequirement) => requirementRow(one, anchors);
  const written = requirements.filter((one) => !isDerived(one));
  const derived = requirements.filter(isDerived);
  return page({
    title: `${title}: requirements - Concordat`,
    colour: accent,
    style,
    script: filterScript,
    body: html`<a class="skip" href="#promises">Skip to the requirements</a>
<header class="top"><h1><span class="tool">${title}</span> Requirements</h1>
<nav class="ways"><a href="../index.html">All APIs</a> <a href="index.html">Reference</a> <a href="decisions.html">Decisions</a></nav></header>
<main>
${legend(requirements)}
<div id="promises" tabindex="-1">
${filterForm(requirements, choices(requirements), "requirements", "id, statement or source")}
${section("written", "What the documentation says", written, row)}
${section("derived", "What follows from the contract", derived, row)}
</div>
</main>`,
  });
}

function choices(requirements: readonly DocumentedRequirement[]): readonly Choice[] {
  const ofLevel = levels.map(([level]) => [level, countOf(level, requirements)] as const);
  const standing = standings.map(([name]) => [name, countAt(name, requirements)] as const);
  return [
    { name: "level", legend: "Level", values: ofLevel },
    { name: "standing", legend: "Standing", values: standing },
  ];
}

function legend(requirements: readonly DocumentedRequirement[]): Markup {
  const line = (number: number, name: string, meaning: string) =>
    html`<b>${number}</b> <span class="level ${name}">${name}</span> <span>${meaning}</span>\n`;
  return html`<p class="levels">
${levels.map(([level, meaning]) => line(countOf(level, requirements), level, meaning))}</p>
<p class="levels">
${standings.map(([standing, meaning]) => line(countAt(standing, requirements), standing, meaning))}</p>`;
}

function section(
  id: string,
  title: string,
  requirements: readonly DocumentedRequirement[],
  row: (one: DocumentedRequirement) => Markup,
): Markup {
  const groups = [...Map.groupBy(requirements, (one) => groupOf(one.id))];
  return html`<section class="promises" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${groups.map(
  ([name, members]) => html`<details class="group" open>
<summary><h3>${name}</h3> <span class="tally"><span>${members.length}</span></span></summary>
<div class="rows">
${members.map(row)}</div>
</details>\n`,
)}<p class="nothing"${requirements.length > 0 && html` hidden`}>No requirement here fits the filter.</p>
</section>`;
}
