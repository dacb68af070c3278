import { html, type Markup } from "../../../html/markup.ts";
import type { Difference } from "../../drift/drift.ts";
import type { TargetReport } from "../report.ts";

/** Where target and contract differ; nothing where they do not. */
export function driftPart({ api, drift }: TargetReport): Markup {
  const { undocumented, unseen } = drift;
  if (undocumented.length + unseen.length === 0) return html``;
  return html`<section class="drift" aria-labelledby="drift-${api}">
<h2 id="drift-${api}">Where this target and the contract of ${api} differ</h2>
<p class="note">Recorded and never judged: what no contract names is no fault, and what did not come may come yet.</p>
${group("In answers, and in no contract", undocumented, true)}
${group("In the contract, and in no answer", unseen, false)}
</section>`;
}

function group(title: string, differences: readonly Difference[], open: boolean): Markup | false {
  if (differences.length === 0) return false;
  return html`<details class="fold"${open && html` open`}>
<summary><h3>${title}</h3> <span class="tally">${differences.length}</span></summary>
<table>
<thead><tr><th scope="col">What</th><th scope="col">Name</th><th scope="col">Operations</th></tr></thead>
<tbody>
${differences.map(row)}
</tbody>
</table>
</details>`;
}

function row({ kind, name, operations }: Difference): Markup {
  return html`<tr><th scope="row">${kind}</th><td><code>${name}</code></td><td>${operations.map((operation, index) => html`${index > 0 && ", "}<code>${operation}</code>`)}</td></tr>
`;
}
