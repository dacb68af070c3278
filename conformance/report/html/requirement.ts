import { inlineCode } from "../../../html/inline-code.ts";
import { html, type Markup } from "../../../html/markup.ts";
import { sourceLink } from "../../../html/source-link.ts";
import type { FindingReport, JourneyReport, RequirementReport } from "../report.ts";
import { signs, standingNames, standingOf } from "../results.ts";
import { deliveryPart } from "./delivery.ts";
import { exchangePart } from "./exchange.ts";

/** A promise as a row that opens to all that is known of it. */
export function requirementRow(requirement: RequirementReport): Markup {
  const { id, level, statement, outcome, operations, findings, reason } = requirement;
  const standing = standingOf(requirement);
  const brief = findings[0]?.message ?? reason;
  return html`<details class="row ${standing}" id="${id}" data-outcome="${outcome}" data-level="${level}" data-operations="${operations.join(" ")}">
<summary>
<span class="sign ${standing}" role="img" aria-label="${standingNames[standing]}">${signs[standing]}</span>
<span class="what"><span class="statement">${inlineCode(statement)}</span>
${brief !== undefined && html`<span class="brief">${brief}</span>`}
<code class="id">${id}</code></span>
<span class="level">${level}</span>
</summary>
<div class="inside">
${facts(requirement)}
${findings.map((finding, index) => findingPart(finding, index, findings.length))}
</div>
</details>`;
}

function facts(requirement: RequirementReport): Markup {
  const { id, operations, outcome, reason, source, expected, confirmation } = requirement;
  const operation = operations.map((name) => html`<code>${name}</code> `);
  return html`<dl class="facts">
${reason !== undefined && html`<div><dt>Why ${outcome}</dt><dd>${reason}</dd></div>`}
${expected !== undefined && html`<div><dt>Known to fail</dt><dd>${expected}</dd></div>`}
${confirmation !== undefined && html`<div><dt>Repeated</dt><dd>${confirmation.label}: ${confirmation.reason}</dd></div>`}
<div><dt>Source</dt><dd>${sourceLink(source)}</dd></div>
${operations.length > 0 && html`<div><dt>Operations</dt><dd>${operation}</dd></div>`}
<div><dt>Link</dt><dd><a href="#open=${encodeURIComponent(id)}">to this promise</a></dd></div>
</dl>`;
}

function findingPart(finding: FindingReport, index: number, all: number): Markup {
  const { message, expected, actual, exchange, delivery, curl, journey } = finding;
  return html`<section class="finding" aria-label="Finding ${index + 1} of ${all}">
<p class="message">${all > 1 && html`<span class="ordinal">${index + 1} of ${all}</span> `}${message}</p>
<dl class="contrast">
<div class="expected"><dt>Expected</dt><dd>${expected}</dd></div>
<div class="actual"><dt>Actual</dt><dd>${actual}</dd></div>
</dl>
${exchange !== undefined && exchangePart(exchange)}
${delivery !== undefined && deliveryPart(delivery)}
${
  journey === undefined &&
  curl !== undefined &&
  html`<div class="curl"><p class="caption">Reproduce</p><button type="button" class="copy" hidden>Copy</button>
<pre tabindex="0" role="group" aria-label="Command that sends the request again">${curl}</pre></div>`
}
${journey !== undefined && journeyPart(journey)}
</section>`;
}

/** The requests that lead to a finding, as lines to paste one after the other. */
function journeyPart({ about, steps }: JourneyReport): Markup {
  const lines = steps.map(
    ({ purpose, status, curl }, place) =>
      html`${place > 0 && "\n"}# ${place + 1}. ${purpose}: ${status ?? "no answer"}\n${curl}\n`,
  );
  return html`<div class="curl"><p class="caption">Reproduce: ${about}</p><button type="button" class="copy" hidden>Copy</button>
<pre tabindex="0" role="group" aria-label="Commands that make the journey again">${lines}</pre></div>`;
}
