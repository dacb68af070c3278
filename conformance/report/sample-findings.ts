import { curlLine } from "./curl.ts";
import type { ExchangeReport, FindingReport } from "./report.ts";

/** What a hostile target may answer: markup, a way out of a script, terminal commands, turned writing. */
export const hostile =
  "</script><script>globalThis.hacked = 1</script>\"'><img src=x onerror='globalThis.hacked=1'>" +
  "</pre></details>\u001b[2J\u001b[31m\u202e`$(touch hacked)` $SAHUT_KEY &amp; \u0000";

/** The base URL of the sample target. */
export const sahutUrl = "https://staging.example.com/v1";
const request = (path: string, body?: string): ExchangeReport["request"] => ({
  method: body === undefined ? "GET" : "POST",
  url: `${sahutUrl}${path}`,
  headers: {
    accept: "application/json",
    authorization: "Bearer $SAHUT_KEY",
    ...(body !== undefined && { "content-type": "application/json" }),
  },
  ...(body !== undefined && { body }),
});

const answer = (status: number, body: string): NonNullable<ExchangeReport["response"]> => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", "x-request-id": "req_7" },
  body,
});

/** A finding with its exchange and curl line. */
const finding = (
  words: Pick<FindingReport, "message" | "expected" | "actual">,
  exchange: ExchangeReport,
): FindingReport => ({ ...words, exchange, curl: curlLine("sahut", sahutUrl, exchange.request) });

const page = JSON.stringify({
  data: [{ id: "conv_01HX2B9K3M5N7P", status: "open", contact: null, unread: 3, pinned: true }],
  meta: { page: 2, per_page: 5, total: 12, total_pages: 3 },
});

/** One finding with its exchange. */
export const overlap = finding(
  {
    message: '"conv_01HX2B9K3M5N7P" stands twice: on page 1 and on page 2',
    expected: "no id of page 1 on page 2 (per_page=5)",
    actual: "conv_01HX2B9K3M5N7P is the last item of page 1 and the first of page 2",
  },
  {
    number: 12,
    purpose: "page 2 of 3",
    request: request("/conversations?page=2&per_page=5"),
    response: answer(200, page),
  },
);

/** One of many findings of one promise. */
export const undocumented = (status: number, number: number): FindingReport =>
  finding(
    {
      message: `POST /v1/conversations (a conversation without contact_id) is answered ${status}`,
      expected: "status 400 or 422",
      actual: `status ${status}`,
    },
    {
      number,
      purpose: "a conversation without contact_id",
      request: request("/conversations", '{"channel_id":"ch_1","note":"it\'s $5!"}'),
      response: answer(status, '{"error":{"code":"internal","message":"Something went wrong"}}'),
    },
  );

/** Hostile wherever a target or a contract may be. */
const hostileExchange = finding(
  { message: `The answer is ${hostile}`, expected: hostile, actual: hostile },
  {
    number: 31,
    purpose: hostile,
    request: request("/conversations/conv_1/messages", JSON.stringify({ content: hostile })),
    response: answer(200, `{"content":${JSON.stringify(hostile)}}\n${hostile}`),
  },
);

/** The same at the end of a random journey, and with a delivery. */
export const hostileFinding: FindingReport = {
  ...hostileExchange,
  delivery: {
    number: 7,
    receivedAt: "2025-11-21T09:30:01.250Z",
    method: "POST",
    path: `/9f86d081884c7d65${hostile}`,
    headers: { "x-event": hostile },
    body: hostile,
    answered: 204,
  },
  journey: {
    about: `seed 42, shrunk from 23 steps to 2; ${hostile}`,
    steps: [
      {
        purpose: "a new conversation",
        status: 201,
        curl: curlLine("sahut", sahutUrl, request("/conversations", '{"contact_id":"ct_1"}')),
      },
      { purpose: hostile, status: null, curl: hostileExchange.curl ?? "" },
    ],
  },
};

/** A finding whose exchange has no response. */
export const silent: FindingReport = {
  message: "POST /v1/webhooks (a webhook) has no answer",
  expected: "an answer",
  actual: "no whole answer within 10 s",
  exchange: {
    number: 40,
    purpose: "a webhook",
    request: request("/webhooks", '{"url":"https://hook.example.com"}'),
    failure: "no whole answer within 10 s",
  },
};
