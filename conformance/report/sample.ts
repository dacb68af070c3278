import { driftOf } from "../drift/drift.ts";
import { reportSchemaId } from "./json.ts";
import type { Report, RequirementReport, TargetReport } from "./report.ts";
import {
  hostile,
  hostileFinding,
  overlap,
  sahutUrl,
  silent,
  undocumented,
} from "./sample-findings.ts";

const source = (section: string) => ({ section, url: "https://docs.example.com/introduction" });

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

/** Every outcome and level, findings with and without an exchange, and a hostile target. */
const requirements: readonly RequirementReport[] = [
  requirement({ id: "sahut/pagination/meta-describes-the-page" }),
  requirement({
    id: "sahut/pagination/pages-do-not-overlap",
    statement: "Walking the pages of a list gives every item once.",
    source: source("Introduction, Pagination"),
    outcome: "failed",
    findings: [overlap],
    confirmation: {
      label: "deterministic",
      reason: "it failed again when it was repeated (3 requests)",
    },
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

const reach: TargetReport["reach"] = [
  {
    operation: "listConversations",
    requests: 42,
    statuses: [
      { status: 200, documented: true, times: 40 },
      { status: 302, documented: false, times: 2 },
      { status: 500, documented: true, times: 0 },
    ],
    mediaTypes: { seen: ["200 application/json"], unseen: [], undocumented: ["302 text/html"] },
    headers: { seen: [], unseen: ["retry-after"], undocumented: ["x-total"] },
    fields: {
      seen: ["data", "data[].id"],
      unseen: ["data[].contact.phone"],
      undocumented: ["data[]._a", "data[]._b", "data[]._c", "data[]._d"],
    },
  },
  {
    operation: "sendMessage",
    requests: 0,
    statuses: [{ status: 201, documented: true, times: 0 }],
    mediaTypes: { seen: [], unseen: [], undocumented: [] },
    headers: { seen: [], unseen: [], undocumented: [] },
    fields: { seen: [], unseen: ["data"], undocumented: [] },
  },
];

const coverage: TargetReport["coverage"] = {
  percent: 37.5,
  asserted: 3,
  clauses: 8,
  operations: [
    {
      operation: "listConversations",
      asserted: 3,
      clauses: 6,
      parts: [
        {
          part: "answer 200",
          asserted: ["/components/schemas/Page/required", "media type application/json", "status"],
          unasserted: ["header Link"],
          unreached: ["/components/schemas/Contact/properties/phone/type"],
        },
        {
          part: "request refused",
          asserted: [],
          unasserted: ["/components/parameters/PerPage/schema/maximum"],
          unreached: [],
        },
      ],
    },
    {
      operation: "sendMessage",
      asserted: 0,
      clauses: 2,
      parts: [{ part: "answer 201", asserted: [], unasserted: [], unreached: ["status", "x"] }],
    },
  ],
};

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
  reach,
  drift: driftOf(reach),
  coverage,
  exploration: {
    seed: 42,
    planned: 50,
    journeys: 12,
    requests: 204,
    differences: 1,
    stopped: "the 500 requests of --max-requests are spent",
  },
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
    reach: [],
    drift: { undocumented: [], unseen: [] },
    coverage: { percent: 0, asserted: 0, clauses: 0, operations: [] },
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
