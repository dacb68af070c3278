import { html, type Markup } from "../../html/markup.ts";
import { page } from "../../html/page.ts";
import type { Overview, ShownOperation } from "./overview.ts";
import { countOf, type DocumentedRequirement, levels } from "./requirement.ts";
import { accent, style } from "./style.ts";

/** An API, and all that is required of it. */
export interface Documented extends Shown {
  readonly requirements: readonly DocumentedRequirement[];
}

/** An API, promised or not: nothing is required of a tool's own. */
export interface Shown {
  readonly overview: Overview;
  readonly requirements?: readonly DocumentedRequirement[] | undefined;
}

/** The page from which every other one is found. */
export function landingPage(apis: readonly Shown[]): string {
  return page({
    title: "Concordat: API documentation",
    colour: accent,
    style,
    body: html`<header class="top"><h1><span class="tool">Concordat</span> API documentation</h1></header>
<main>
<div class="cards">${apis.map(card)}</div>
</main>
<footer><p>Made from the contracts. All of it is in these files: nothing is fetched from elsewhere.</p></footer>`,
  });
}

function card({ overview, requirements }: Shown): Markup {
  const { name, title, version, summary, server, operations } = overview;
  const tags = [...Map.groupBy(operations, ({ tag }) => tag)];
  return html`<article class="card" aria-labelledby="api-${name}">
<h2 id="api-${name}">${title} <span class="version">${version}</span></h2>
<p class="address"><code>${server}</code></p>
<p class="summary">${summary}</p>
<p class="ways"><a href="${name}/index.html">Reference</a> ${requirements && html`<a href="${name}/requirements.html">Requirements</a> <a href="${name}/decisions.html">Decisions</a> `}<a href="${name}/openapi.json">openapi.json</a></p>
<p class="note">${inNumbers(operations, requirements)}</p>
${tags.map(
  ([tag, members]) =>
    html`<h3>${tag}</h3>
<ul class="operations">
${members.map((operation) => operationLine(name, operation))}</ul>\n`,
)}</article>\n`;
}

/** How much there is of it: "6 operations; 181 requirements: 139 must, 42 should", or "6 operations". */
function inNumbers(
  operations: readonly ShownOperation[],
  requirements: readonly DocumentedRequirement[] | undefined,
): string {
  const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const size = counted(operations.length, "operation");
  if (requirements === undefined) return size;
  const counts = levels
    .map(([level]) => [countOf(level, requirements), level] as const)
    .filter(([number]) => number > 0)
    .map(([number, level]) => `${number} ${level}`)
    .join(", ");
  const all = `${size}; ${counted(requirements.length, "requirement")}`;
  return counts === "" ? all : `${all}: ${counts}`;
}

function operationLine(api: string, { method, path, summary, anchor }: ShownOperation): Markup {
  return html`<li><a href="${api}/index.html${anchor}"><span class="method ${method}">${method}</span> <span class="summary">${summary}</span> <code class="path">${breakable(path)}</code></a></li>\n`;
}

/** A path that is broken before a slash, where it is too long for a line. */
const breakable = (path: string): Markup =>
  html`${path.split("/").map((part, index) => html`${index > 0 && html`<wbr>/`}${part}`)}`;
