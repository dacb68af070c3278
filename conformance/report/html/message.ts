import { html, type Markup } from "../../../html/markup.ts";
import { prettyBody } from "./json-body.ts";

/** One message in the order of HTTP: first line, headers, body. Focusable, since it may scroll. */
export function message(
  label: string,
  firstLine: Markup,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body?: string },
): Markup {
  const fields = Object.entries(headers).map(
    ([name, value]) => html`\n<span class="field">${name}:</span> ${value}`,
  );
  const content = body === undefined || body === "" ? "" : html`\n\n${prettyBody(body)}`;
  return html`<pre tabindex="0" role="group" aria-label="${label}">${firstLine}${fields}${content}</pre>`;
}
