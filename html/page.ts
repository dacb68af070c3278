import { createHash } from "node:crypto";
import { html, type Markup, trusted } from "./markup.ts";

/** What a page is made of. Style and script are constants of ours: they stand in it as they are. */
export interface PageParts {
  readonly title: string;
  /** The colour of the dot by which the tab is found. */
  readonly colour: string;
  readonly style: string;
  /** Default: a page without a script. */
  readonly script?: string;
  readonly body: Markup;
}

/**
 * A whole page that needs nothing else: no network, no other file. Its own policy lets only its own style and script
 * run, whatever the data in it says.
 */
export function page({ title, colour, style, script, body }: PageParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${dot(colour)}">
<style>${trusted(style)}</style>
</head>
<body>
${body}
${script !== undefined && html`<script>${trusted(script)}</script>\n`}</body>
</html>
`.markup;
}

function policy(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A round icon as a `data:` address, so that a browser does not ask for `/favicon.ico`. */
export function dot(colour: string): string {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}
