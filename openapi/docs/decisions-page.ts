import { groupOf } from "../../html/filter.ts";
import { inlineCode } from "../../html/inline-code.ts";
import { html, type Markup } from "../../html/markup.ts";
import { page } from "../../html/page.ts";
import { sourceLink } from "../../html/source-link.ts";
import type { Documented } from "./landing.ts";
import type { DocumentedRequirement } from "./requirement.ts";
import { accent, style } from "./style.ts";

/** Where the documentation is silent, and what the reference server does there: one table, to read at a sitting. */
export function decisionsPage({ overview, requirements }: Documented): string {
  const decided = decisionsOf(requirements);
  return page({
    title: `${overview.title}: decisions - Concordat`,
    colour: accent,
    style,
    body: html`<header class="top"><h1><span class="tool">${overview.title}</span> Decisions</h1>
<nav class="ways"><a href="../index.html">All APIs</a> <a href="index.html">Reference</a> <a href="requirements.html">Requirements</a></nav></header>
<main>
<p>The documentation leaves ${decided.length === 1 ? "one point" : `${decided.length} points`} open. A deployment may do as it likes there, and no check fails it for
that; this is what the reference server does.</p>
<table class="decisions">
<thead><tr><th scope="col">The documentation</th><th scope="col">The reference server</th><th scope="col">Source</th></tr></thead>
${[...Map.groupBy(decided, ({ id }) => groupOf(id))].map(
  ([, rows]) => html`<tbody>
${rows.map(decisionRow)}</tbody>\n`,
)}</table>
</main>`,
  });
}

/** Requirements with a decision of the reference server's. */
export const decisionsOf = (
  requirements: readonly DocumentedRequirement[],
): readonly DocumentedRequirement[] =>
  requirements.filter(({ reference }) => reference !== undefined);

function decisionRow({ id, statement, reference = "", source }: DocumentedRequirement): Markup {
  return html`<tr id="${id}"><td><a href="requirements.html#open=${encodeURIComponent(id)}">${inlineCode(statement)}</a></td><td>${inlineCode(reference)}</td><td>${sourceLink(source)}</td></tr>\n`;
}
