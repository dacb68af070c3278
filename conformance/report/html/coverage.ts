import { html, type Markup } from "../../../html/markup.ts";
import type { OperationCoverage, PartCoverage } from "../../coverage/coverage.ts";
import type { TargetReport } from "../report.ts";

/** How much of the contract was looked at, so that nobody takes a green run for more; nothing where nothing is known. */
export function coveragePart({ api, coverage }: TargetReport): Markup {
  const { operations, asserted, clauses, percent } = coverage;
  if (operations.length === 0) return html``;
  return html`<section class="coverage" aria-labelledby="coverage-${api}">
<h2 id="coverage-${api}">How much of the contract of ${api} was looked at <span class="share">${percent}%</span></h2>
<p class="note">A judge looked at ${asserted} of ${clauses} clauses: statuses, media types, headers, and every keyword of a schema, in answers, in requests that are to be accepted, and in those that are to be refused. Of what was never reached nothing is known, whatever the verdict says.</p>
${operations.map((operation) => operationPart(operation))}
</section>`;
}

function operationPart({ operation, asserted, clauses, parts }: OperationCoverage): Markup {
  return html`<details class="fold operation">
<summary><h3><code>${operation}</code></h3> <span class="tally">${meter(asserted, clauses)} ${asserted} of ${clauses}</span></summary>
<table>
<thead><tr><th scope="col">Part</th><th scope="col">Asserted</th><th scope="col">Sent, not asserted</th><th scope="col">Never reached</th></tr></thead>
<tbody>
${parts.map(partRow)}
</tbody>
</table>
</details>`;
}

function meter(asserted: number, clauses: number): Markup {
  const width = clauses === 0 ? 0 : (100 * asserted) / clauses;
  return html`<svg class="meter" width="96" height="8" aria-hidden="true"><rect class="whole" width="100%" height="100%"/><rect class="passed" width="${width.toFixed(1)}%" height="100%"/></svg>`;
}

function partRow({ part, asserted, unasserted, unreached }: PartCoverage): Markup {
  return html`<tr>
<th scope="row">${part}</th>
<td>${listed(asserted)}</td>
<td>${listed(unasserted)}</td>
<td>${listed(unreached)}</td>
</tr>
`;
}

/** A number that opens to what it counts: the pointers of a large answer are many. */
function listed(clauses: readonly string[]): Markup {
  if (clauses.length === 0) return html`<span class="none">0</span>`;
  return html`<details class="clauses"><summary>${clauses.length}</summary><ul>${clauses.map((clause) => html`<li><code>${inShort(clause)}</code></li>`)}</ul></details>`;
}

/** `Contact.phone/type` for the pointer `/components/schemas/Contact/properties/phone/type`. */
const inShort = (clause: string): string =>
  clause.replace("/components/schemas/", "").replaceAll("/properties/", ".");
