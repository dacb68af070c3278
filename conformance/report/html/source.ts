import type { Source } from "../../model.ts";
import { html, type Markup } from "./markup.ts";

/** Page and section of the documentation, as a link where it is on the web. Nothing is fetched until it is followed. */
export function sourceLink({ section, url }: Source): Markup {
  if (!/^https?:\/\//i.test(url)) return html`${section}`;
  return html`<a href="${url}" rel="noreferrer">${section}</a>`;
}
