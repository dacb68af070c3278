import { html, type Markup } from "../../../html/markup.ts";
import type { Reach } from "../../reach.ts";
import type { TargetReport } from "../report.ts";

/** How far the run looked, so that nobody takes it for more; nothing where no operation is known. */
export function reachPart({ api, reach, notLookedAt = [] }: TargetReport): Markup {
  if (reach.length === 0) return html``;
  return html`<section class="observations reach" aria-labelledby="reach-${api}">
<h2 id="reach-${api}">What was looked at in ${api}</h2>
<p class="note">What never came was not looked at, whatever the verdict says. What is not in the contract is no fault.</p>
<table>
<thead><tr><th scope="col">Operation</th><th scope="col">Requests</th><th scope="col">Statuses</th><th scope="col">Fields of successes</th></tr></thead>
<tbody>
${reach.map(reachRow)}
</tbody>
</table>
${notLookedAt.length > 0 && html`<details><summary>${notLookedAt.length} parts of the contract were not looked at</summary><ul>${notLookedAt.map(({ place, what }) => html`<li><code>${place}</code>: ${what}</li>`)}</ul></details>`}
</section>`;
}

function reachRow({ operation, requests, statuses, fields }: Reach): Markup {
  const { seen, unseen, undocumented } = fields;
  const came = statuses.filter(({ times }) => times > 0);
  const never = statuses.filter(({ times }) => times === 0).map(({ status }) => String(status));
  return html`<tr>
<th scope="row"><code>${operation}</code></th>
<td>${requests}</td>
<td>${came.map(({ status, documented, times }) => html`<span class="came">${status}${!documented && html` <b>undocumented</b>`} &times;${times}</span> `)}${never.length > 0 && html`<span class="never">never: ${never.join(", ")}</span>`}</td>
<td>${seen.length} of ${seen.length + unseen.length}${listed("never", unseen)}${listed("undocumented", undocumented)}</td>
</tr>
`;
}

const listed = (word: string, fields: readonly string[]): Markup | false =>
  fields.length > 0 &&
  html`<span class="never">${word}: ${fields.map((field, index) => html`${index > 0 && ", "}<code>${field}</code>`)}</span>`;
