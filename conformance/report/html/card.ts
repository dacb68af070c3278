import { html, type Markup } from "../../../html/markup.ts";
import type { TargetReport } from "../report.ts";
import { type Standing, signs, standingNames, standings, tally } from "../results.ts";
import { counted, explorationSentence, verdictName } from "../sentence.ts";

/** The verdict on a target, why, and the counts behind it. */
export function card(target: TargetReport): Markup {
  const { api, url, summary, requests, missingFixtures } = target;
  const fixtures = Object.entries(missingFixtures).sort(([, a], [, b]) => b - a);
  return html`<article class="card ${target.verdict ?? "none"}" aria-labelledby="card-${api}">
<header><h2 id="card-${api}">${api} <span class="verdict">${verdictName(target)}</span></h2>
<p class="address"><code>${url}</code> <span>${counted(requests, "request")}</span></p></header>
<p class="summary">${summary}</p>
${bar(target)}
${target.exploration && html`<p class="wanted">${explorationSentence(target.exploration)}</p>`}
${
  fixtures.length > 0 &&
  html`<p class="wanted">To test more, give ${fixtures.map(([name, number], index) => html`${index > 0 && ", "}<code>${name}</code> (${counted(number, "promise")})`)}.</p>`
}
</article>`;
}

/** From what holds to what does not apply. */
const order: readonly Standing[] = [
  "passed",
  "inapplicable",
  ...standings.filter((one) => one !== "passed" && one !== "inapplicable").toReversed(),
];

/** Even one promise of a thousand is seen: no part is narrower than this, in percent. */
const narrowest = 1;

/** Counts as a bar, with a legend that says the same in words. */
function bar(target: TargetReport): Markup {
  const numbers = tally(target);
  const shown = order.filter((standing) => numbers[standing] > 0);
  const all = shown.reduce((sum, standing) => sum + numbers[standing], 0);
  const widths = shown.map((one) => Math.max(narrowest, (100 * numbers[one]) / all));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const parts = shown.map((standing, index) => {
    const width = (100 * (widths[index] ?? 0)) / whole;
    const part = html`<rect class="${standing}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`;
    x += width;
    return part;
  });
  const legend = shown.map(
    (standing) =>
      html`<li><span class="sign ${standing}" aria-hidden="true">${signs[standing]}</span> <b>${numbers[standing]}</b> ${standingNames[standing]}</li>\n`,
  );
  return html`<svg class="bar" width="100%" height="14" aria-hidden="true">${parts}</svg>
<ul class="legend">${legend}</ul>`;
}
