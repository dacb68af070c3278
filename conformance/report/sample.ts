import { curlLine } from "./curl.ts";
import { reportSchemaId } from "./json.ts";
import type {
  ExchangeReport,
  FindingReport,
  Report,
  RequirementReport,
  TargetReport,
} from "./report.ts";

/** What a hostile target may answer: markup, a way out of a script, terminal commands, turned writing. */
export const hostile =
  "</script><script>globalThis.hacked = 1</script>\"'><img src=x onerror='globalThis.hacked=1'>" +
  "</pre></details>\u001b[2J\u001b[31m\u202e`$(touch hacked)` $SAHUT_KEY &amp; \u0000";

const sahutUrl = "https://staging.example.com/v1";
const source = (section: string) => ({ section, url: "https://docs.example.com/introduction" });

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

/** A passed requirement, but for the members given. */
export function requirement(
  given: Partial<RequirementReport> & Pick<RequirementReport, "id">,
): RequirementReport {
  return {
    level: "must",
    statement: "The list of conversations answers a page and its meta.",
    source: source("Conversations, List conversations"),
    operations: ["listConversations"],
    outcome: "passed",
    findings: [],
    ...given,
  };
}

const page = JSON.stringify({
  data: [{ id: "conv_01HX2B9K3M5N7P", status: "open", contact: null, unread: 3, pinned: true }],
  meta: { page: 2, per_page: 5, total: 12, total_pages: 3 },
});

const overlap = finding(
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

const undocumented = (status: number, number: number): FindingReport =>
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

const hostileFinding = finding(
  { message: `The answer is ${hostile}`, expected: hostile, actual: hostile },
  {
    number: 31,
    purpose: hostile,
    request: request("/conversations/conv_1/messages", JSON.stringify({ content: hostile })),
    response: answer(200, `{"content":${JSON.stringify(hostile)}}\n${hostile}`),
  },
);

const silent: FindingReport = {
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

/** Every outcome and level, findings with and without an exchange, and a hostile target. */
const requirements: readonly RequirementReport[] = [
  requirement({ id: "sahut/pagination/meta-describes-the-page" }),
  requirement({
    id: "sahut/pagination/pages-do-not-overlap",
    statement: "Walking the pages of a list gives every item once.",
    source: source("Introduction, Pagination"),
    outcome: "failed",
    findings: [overlap],
  }),
  requirement({
    id: "sahut/pagination/per-page-is-at-most-100",
    statement: "A page holds 100 items at most.",
    source: source("Introduction, Pagination"),
  }),
  requirement({
    id: "sahut/conversations/contact-id-is-required",
    statement: "A conversation cannot be created without a contact_id.",
    operations: ["createConversation"],
    outcome: "failed",
    findings: [500, 201, 200, 302, 503].map((status, index) => undocumented(status, 20 + index)),
  }),
  requirement({
    id: "sahut/messages/content-comes-back",
    level: "should",
    statement: `A message comes back as it was sent, even ${hostile}`,
    operations: ["sendMessage", "listMessages"],
    outcome: "failed",
    findings: [hostileFinding, silent],
  }),
  requirement({ id: "sahut/messages/newest-first", operations: ["listMessages"] }),
  requirement({
    id: "sahut/rate-limit/retry-after",
    statement: "A refusal for too many requests says when to try again.",
    outcome: "untestable",
    reason: "the fixture limited_key is missing",
  }),
  requirement({
    id: "sahut/rate-limit/requests-a-minute",
    outcome: "untestable",
    reason: "the fixture limited_key is missing",
  }),
  requirement({
    id: "sahut/templates/a-template-opens-a-conversation",
    operations: ["createConversation"],
    outcome: "untestable",
    reason: "the fixture template_id is missing",
  }),
  requirement({
    id: "sahut/webhooks/a-webhook-is-listed",
    operations: ["listWebhooks"],
    outcome: "inapplicable",
    reason: "it belongs to the feature webhooks, which the target does not declare",
  }),
  requirement({
    id: "sahut/derived/getConversation/unknown-id-is-404",
    level: "should",
    statement: "An id that nobody has is answered with 404.",
    operations: ["getConversation"],
    outcome: "error",
    reason: "GET /v1/conversations/conv_x (an unknown id): the network failed (ECONNRESET)",
  }),
];

const observations: TargetReport["observations"] = [
  {
    id: "sahut/conversations/status-of-create",
    statement: "The status that answers a created conversation",
    source: source("Conversations, Create a conversation"),
    observed: "201",
  },
  {
    id: "sahut/errors/language-of-messages",
    statement: "The language of error messages",
    source: source("Introduction, Errors"),
    observed: null,
  },
];

const sahut: TargetReport = {
  api: "sahut",
  url: sahutUrl,
  verdict: "nonconformant",
  summary:
    "Not conformant: 2 promises are broken and 1 warning stands. 3 promises were not tested; with the fixtures " +
    "limited_key and template_id they could be.",
  requests: 143,
  counts: { passed: 3, failed: 3, inapplicable: 1, untestable: 3, error: 1 },
  missingFixtures: { limited_key: 2, template_id: 1 },
  requirements,
  observations,
};

/** A target that keeps this many promises and breaks none. */
export function passingTarget(api: string, promises: number): TargetReport {
  return {
    api,
    url: "https://beta.example.com/api/dev/v1",
    verdict: "conformant",
    summary: `Conformant: all ${promises} promises hold, and nothing was left untested.`,
    requests: promises + 20,
    counts: { passed: promises, failed: 0, inapplicable: 0, untestable: 0, error: 0 },
    missingFixtures: {},
    requirements: Array.from({ length: promises }, (_, index) =>
      requirement({
        id: `${api}/chat/promise-${"abcdefghij"[index % 10]}${index}`,
        operations: ["chat"],
      }),
    ),
    observations: [],
  };
}

/** A report of these targets; by default a nonconformant one with everything in it, and a conformant one. */
export function sampleReport(
  targets: readonly TargetReport[] = [sahut, passingTarget("sarufi", 4)],
): Report {
  return {
    $schema: reportSchemaId,
    tool: { name: "concordat", version: "0.1.0" },
    startedAt: "2025-11-21T09:30:00.000Z",
    durationMs: 1234,
    seed: 42,
    targets,
  };
}
