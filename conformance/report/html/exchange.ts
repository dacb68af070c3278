import { STATUS_CODES } from "node:http";
import { html, type Markup } from "../../../html/markup.ts";
import type { ExchangeReport } from "../report.ts";
import { prettyBody } from "./json-body.ts";

/** A request and its answer, side by side where there is room. */
export function exchangePart(exchange: ExchangeReport): Markup {
  const { number, purpose, request, response, failure } = exchange;
  const answer =
    response === undefined
      ? html`<p class="silence">No answer: ${failure ?? "nothing came back"}.</p>`
      : message(
          `Response to request ${number}`,
          html`<b class="status">${response.status}</b> ${STATUS_CODES[response.status] ?? ""}`,
          response,
        );
  return html`<div class="exchange">
<div><p class="caption">Request ${number}: ${purpose}</p>
${message(`Request ${number}`, html`<b>${request.method}</b> ${request.url}`, request)}</div>
<div><p class="caption">Response</p>
${answer}</div>
</div>`;
}

/** One message in the order of HTTP: first line, headers, body. Focusable, since it may scroll. */
function message(
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
