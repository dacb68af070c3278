import { inlineCode } from "../../../html/inline-code.ts";
import { html, type Markup } from "../../../html/markup.ts";
import type { RequirementReport, TargetReport } from "../report.ts";
import { signs, standingNames, standingOf } from "../results.ts";

/** As many failures as this are seen at one look. */
const manageable = 12;

/** What failed, each in a line that leads to its evidence: the broken before the warnings; nothing where all holds. */
export function failedPart({ api, requirements }: TargetReport): Markup {
  const failed = requirements.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return html``;
  const [broken, warnings] = (["broken", "warning"] as const).map((standing) =>
    failed.filter((one) => standingOf(one) === standing),
  );
  return html`<section class="failed" aria-labelledby="failed-${api}">
<h2 id="failed-${api}">What failed in ${api}</h2>
<details class="fold"${failed.length <= manageable && html` open`}>
<summary><h3>All at a glance</h3> <span class="tally">${failed.length}</span></summary>
<ol>${[...(broken ?? []), ...(warnings ?? [])].map(line)}</ol>
</details>
</section>`;
}

function line(requirement: RequirementReport): Markup {
  const { id, statement, findings, expected } = requirement;
  const standing = standingOf(requirement);
  return html`<li><span class="sign ${standing}" role="img" aria-label="${standingNames[standing]}">${signs[standing]}</span>
<a href="#open=${encodeURIComponent(id)}">${inlineCode(statement)}</a>
<span class="brief">${findings[0]?.message}${expected !== undefined && html` <b>Known: ${expected}</b>`}</span></li>
`;
}
