import { inlineCode } from "../../html/inline-code.ts";
import { html, type Markup } from "../../html/markup.ts";
import { sourceLink } from "../../html/source-link.ts";
import { type DocumentedRequirement, standingOf } from "./requirement.ts";

/**
 * A requirement with all that is known of it.
 *
 * @param anchors where the reference shows an operation, by operationId
 */
export function requirementRow(
  requirement: DocumentedRequirement,
  anchors: ReadonlyMap<string, string>,
): Markup {
  const { id, level, statement, source, operations, feature, needs, excluded, open, reference } =
    requirement;
  return html`<article class="row" id="${id}" data-level="${level}" data-standing="${standingOf(requirement)}" data-operations="${operations.join(" ")}" tabindex="-1">
<p class="statement">${inlineCode(statement)}</p>
<span class="level ${level}">${level}</span>
<dl class="facts">
${fact("Id", html`<a class="id" href="#open=${encodeURIComponent(id)}"><code>${id}</code></a>`)}
${fact("Source", sourceLink(source))}
${operations.length > 0 && fact("Operations", separated(operations.map((name) => operationLink(name, anchors.get(name)))))}
${feature !== undefined && fact("Feature", html`<code>${feature}</code>`)}
${needs.length > 0 && fact("Needs", separated(needs.map((name) => html`<code>${name}</code>`)))}
${excluded !== undefined && fact("Not judged", inlineCode(excluded), "wide")}
${open !== undefined && fact("Not judged yet", inlineCode(open), "wide")}
${reference !== undefined && fact("The reference server", inlineCode(reference), "wide")}
</dl>
</article>\n`;
}

const fact = (name: string, value: Markup, kind = ""): Markup =>
  html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`;

const separated = (parts: readonly Markup[]): Markup =>
  html`${parts.map((part, index) => html`${index > 0 && ", "}${part}`)}`;

/** What the contract does not have (yet) is named, and leads nowhere. */
function operationLink(name: string, anchor: string | undefined): Markup {
  if (anchor === undefined) return html`<code>${name}</code>`;
  return html`<a href="index.html${anchor}"><code>${name}</code></a>`;
}
