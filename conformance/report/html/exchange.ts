import { STATUS_CODES } from "node:http";
import { html, type Markup } from "../../../html/markup.ts";
import type { ExchangeReport } from "../report.ts";
import { message } from "./message.ts";

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
