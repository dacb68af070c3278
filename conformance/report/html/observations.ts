import { inlineCode } from "../../../html/inline-code.ts";
import { html, type Markup } from "../../../html/markup.ts";
import { sourceLink } from "../../../html/source-link.ts";
import type { ObservationReport, TargetReport } from "../report.ts";

/** What the documentation leaves open, and what the target does there; nothing where all is said. */
export function observationsPart({ api, observations }: TargetReport): Markup {
  if (observations.length === 0) return html``;
  return html`<section class="observations" aria-labelledby="open-${api}">
<h2 id="open-${api}">What the documentation of ${api} leaves open</h2>
<p class="note">Recorded and never judged: whoever builds on ${api} should rely on none of it.</p>
<details class="fold">
<summary><h3>Open points</h3> <span class="tally">${observations.filter(({ observed }) => observed !== null).length} of ${observations.length} seen</span></summary>
<table>
<thead><tr><th scope="col">Open point</th><th scope="col">This target</th><th scope="col">Source</th></tr></thead>
<tbody>
${observations.map(observationRow)}
</tbody>
</table>
</details>
</section>`;
}

function observationRow({ id, statement, source, observed }: ObservationReport): Markup {
  return html`<tr id="${id}">
<th scope="row">${inlineCode(statement)} <code class="id">${id}</code></th>
<td class="observed">${observed === null ? html`<i>not seen</i>` : observed}</td>
<td>${sourceLink(source)}</td>
</tr>
`;
}
