import { html, type Markup } from "../../../html/markup.ts";
import type { TargetReport } from "../report.ts";

/** What of the contract was not looked at, and where; nothing where all of it was. */
export function gapsPart({ api, notLookedAt = [] }: TargetReport): Markup {
  if (notLookedAt.length === 0) return html``;
  return html`<section class="observations" aria-labelledby="gaps-${api}">
<h2 id="gaps-${api}">Not looked at in the contract of ${api}</h2>
<details><summary>${notLookedAt.length === 1 ? "One part" : `${notLookedAt.length} parts`}, for which nothing was sent or judged</summary>
<ul>${notLookedAt.map(({ place, what }) => html`<li><code>${place}</code>: ${what}</li>`)}</ul>
</details>
</section>`;
}
