import { createHash } from "node:crypto";
import { card } from "./html/card.ts";
import { html, type Markup, trusted } from "./html/markup.ts";
import { observationsPart } from "./html/observations.ts";
import { pageScript } from "./html/page-script.ts";
import { promises } from "./html/promises.ts";
import { styleSheet } from "./html/style-sheet.ts";
import { toolbar } from "./html/toolbar.ts";
import type { Report } from "./report.ts";
import { seconds, verdictName } from "./sentence.ts";

/**
 * The report as one page that needs nothing else: no network, no other file. Nothing that the target sent is more
 * than text in it, and the page's own policy lets only its own style and script run.
 */
export function htmlReport(report: Report): string {
  const { targets } = report;
  const verdicts = targets.map((target) => `${target.api}: ${verdictName(target)}`).join(", ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${verdicts} - Concordat</title>
<link rel="icon" href="${icon(report)}">
<style>${trusted(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#promises">Skip to the promises</a>
${head(report)}
<main>
<div class="cards">${targets.map(card)}</div>
<div id="promises" tabindex="-1">
${toolbar(report)}
${targets.map((target) => html`${promises(target)}${observationsPart(target)}`)}
</div>
</main>
<footer><p>Passed means: it applied, we looked, it holds. Nothing is passed by default.</p></footer>
<script>${trusted(pageScript)}</script>
</body>
</html>
`;
  return page.markup;
}

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(styleSheet)}`,
  `script-src ${hashOf(pageScript)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function head({ tool, startedAt, durationMs, seed }: Report): Markup {
  const [day, time = ""] = startedAt.split("T");
  return html`<header class="top">
<h1><span class="tool">Concordat</span> Conformance report</h1>
<p class="run"><time datetime="${startedAt}">${day} ${time.slice(0, 5)} UTC</time> <span>${seconds(durationMs)}</span> <span>seed ${seed}</span> <span>version ${tool.version}</span></p>
</header>`;
}

/** A dot in the colour of the worst verdict, so that the tab of a broken target is found among others. */
function icon({ targets }: Report): string {
  const verdicts = targets.map(({ verdict }) => verdict);
  const colour = verdicts.includes("nonconformant")
    ? "#c0362c"
    : verdicts.every((verdict) => verdict === "conformant")
      ? "#1e8e5a"
      : "#b7791f";
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}
