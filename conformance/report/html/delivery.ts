import { STATUS_CODES } from "node:http";
import { html, type Markup } from "../../../html/markup.ts";
import type { DeliveryReport } from "../report.ts";
import { message } from "./message.ts";

/** What the target sent by itself, and what the suite answered; side by side where there is room. */
export function deliveryPart(delivery: DeliveryReport): Markup {
  const { number, receivedAt, method, path, answered } = delivery;
  const answer =
    answered === null
      ? html`<p class="silence">The answer was held back.</p>`
      : html`<pre><b class="status">${answered}</b> ${STATUS_CODES[answered] ?? ""}</pre>`;
  return html`<div class="exchange">
<div><p class="caption">Delivery ${number}, received at ${receivedAt}</p>
${message(`Delivery ${number}`, html`<b>${method}</b> ${path}`, delivery)}</div>
<div><p class="caption">What the suite answered</p>
${answer}</div>
</div>`;
}
