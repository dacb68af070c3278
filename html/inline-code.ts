import { html, type Markup } from "./markup.ts";

/**
 * A sentence with what stands between backticks as code; a single backtick stays what it is.
 * @example inlineCode("It has `data`."); // It has <code>data</code>.
 */
export function inlineCode(text: string): Markup {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}
