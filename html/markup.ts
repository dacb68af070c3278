import { visible } from "./visible.ts";

/** Markup that is safe to send as it stands; only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | false | undefined | Markup | readonly Markup[];

/**
 * Markup from a template. What is put into it is text, and is escaped for both text and quoted attributes, unless it
 * is markup itself; false and undefined leave nothing.
 * @example html`<p title="${title}">${items.map((item) => html`<b>${item}</b>`)}</p>`
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = template.map((text, index) => `${text}${render(parts[index])}`).join("");
  return { markup };
}

/** Markup from a constant of ours, such as a style sheet. Never for data. */
export const trusted = (markup: string): Markup => ({ markup });

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}
