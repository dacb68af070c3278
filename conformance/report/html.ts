import { filterScript } from "../../html/filter-script.ts";
import { html, type Markup } from "../../html/markup.ts";
import { page } from "../../html/page.ts";
import { styleSheet } from "../../html/style-sheet.ts";
import { card } from "./html/card.ts";
import { coveragePart } from "./html/coverage.ts";
import { driftPart } from "./html/drift.ts";
import { failedPart } from "./html/failed.ts";
import { gapsPart } from "./html/gaps.ts";
import { observationsPart } from "./html/observations.ts";
import { promises } from "./html/promises.ts";
import { report as reportStyle } from "./html/style/report.ts";
import { rows } from "./html/style/rows.ts";
import { toolbar } from "./html/toolbar.ts";
import type { Report } from "./report.ts";
import { seconds, verdictName } from "./sentence.ts";

const style = styleSheet(`${reportStyle}${rows}`);

/**
 * The report as one page that needs nothing else: no network, no other file. Nothing that the target sent is more
 * than text in it.
 */
export function htmlReport(report: Report): string {
  const { targets } = report;
  const verdicts = targets.map((target) => `${target.api}: ${verdictName(target)}`).join(", ");
  return page({
    title: `${verdicts} - Concordat`,
    colour: colourOf(report),
    style,
    script: filterScript,
    body: html`<a class="skip" href="#promises">Skip to the promises</a>
${head(report)}
<main>
<div class="cards">${targets.map(card)}</div>
${targets.map(failedPart)}
<div id="promises" tabindex="-1">
${toolbar(report)}
${targets.map((target) => html`${promises(target)}${observationsPart(target)}${driftPart(target)}${coveragePart(target)}${gapsPart(target)}`)}
</div>
</main>
<footer><p>Passed means: it applied, we looked, it holds. Nothing is passed by default.</p></footer>`,
  });
}

function head({ tool, startedAt, durationMs, seed }: Report): Markup {
  const [day, time = ""] = startedAt.split("T");
  return html`<header class="top">
<h1><span class="tool">Concordat</span> Conformance report</h1>
<p class="run"><time datetime="${startedAt}">${day} ${time.slice(0, 5)} UTC</time> <span>${seconds(durationMs)}</span> <span>seed ${seed}</span> <span>version ${tool.version}</span></p>
</header>`;
}

/** The colour of the worst verdict, so that the tab of a broken target is found among others. */
function colourOf({ targets }: Report): string {
  const verdicts = targets.map(({ verdict }) => verdict);
  if (verdicts.includes("nonconformant")) return "#c0362c";
  return verdicts.every((verdict) => verdict === "conformant") ? "#1e8e5a" : "#b7791f";
}
