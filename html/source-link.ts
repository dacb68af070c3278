import { html, type Markup } from "./markup.ts";

/**
 * Page and section of a documentation, as a link where it is on the web. Nothing is fetched until it is followed.
 * @example sourceLink({ section: "Messages, Send a message", url: "https://docs.example.com/messages" })
 */
export function sourceLink({ section, url }: { section: string; url: string }): Markup {
  if (!/^https?:\/\//i.test(url)) return html`${section}`;
  return html`<a href="${url}" rel="noreferrer">${section}</a>`;
}
