import type { Gap } from "../contract/gap.ts";
import { driftOf } from "../drift/drift.ts";
import type { Exploration } from "../explore/explore.ts";
import type { Delivery, Exchange, Finding, Journey, Obstacle, Verdict } from "../model.ts";
import type { Run } from "../run.ts";
import { countsOf, type Judged, verdictOn } from "../verdict.ts";
import { curlLine } from "./curl.ts";
import type {
  DeliveryReport,
  ExchangeReport,
  ExplorationReport,
  FindingReport,
  JourneyReport,
  RequirementReport,
  TargetReport,
} from "./report.ts";
import { summaryOf } from "./summary.ts";

/** What the report of one API says besides the run itself. */
export interface Setting {
  readonly api: string;
  readonly url: string;
  /** Fixtures without which there is no verdict. */
  readonly essential: ReadonlySet<string>;
  /** Takes the target's keys out of whatever it is given. */
  readonly redact: <T>(value: T) => T;
  /** Why there is no verdict: the run was filtered or read-only. Absent for a whole run. */
  readonly partial?: string;
  /** Parts of the contract that are not looked at. Default: none. */
  readonly gaps?: readonly Gap[];
}

const longestBody = 4096;

/** The report of one API, without its keys. */
export function targetReport(run: Run, setting: Setting): TargetReport {
  return setting.redact(unredactedReport(run, setting));
}

function unredactedReport(run: Run, setting: Setting): TargetReport {
  const promises = run.judged.filter(({ requirement }) => requirement.level !== "observe");
  const verdict: Verdict | null =
    setting.partial === undefined ? verdictOn(promises, setting.essential) : null;
  const counts = countsOf(promises.map(({ outcome }) => outcome));
  const missingFixtures = missingIn(promises);
  const { reach } = run;
  return {
    api: setting.api,
    url: setting.url,
    verdict,
    summary: summaryOf({ run, promises, verdict, counts, missingFixtures, setting }),
    requests: run.exchanges.length,
    counts,
    missingFixtures,
    requirements: promises.map((judged) => requirementReport(judged, setting)),
    observations: run.judged
      .filter(({ requirement }) => requirement.level === "observe")
      .map(({ requirement, outcome }) => ({
        id: requirement.id,
        statement: requirement.statement,
        source: requirement.source,
        observed: outcome.name === "passed" ? (outcome.observed ?? null) : null,
      })),
    reach,
    drift: driftOf(reach),
    coverage: run.coverage,
    ...(setting.gaps !== undefined && setting.gaps.length > 0 && { notLookedAt: setting.gaps }),
    ...(run.exploration && { exploration: explorationReport(run.exploration) }),
  };
}

function missingIn(promises: readonly Judged[]): Readonly<Record<string, number>> {
  const missing: Record<string, number> = {};
  for (const { outcome } of promises) {
    const obstacle: Obstacle | undefined =
      outcome.name === "untestable" ? outcome.obstacle : undefined;
    if (obstacle?.kind === "fixture")
      missing[obstacle.fixture] = (missing[obstacle.fixture] ?? 0) + 1;
  }
  return missing;
}

function requirementReport({ requirement, outcome }: Judged, setting: Setting): RequirementReport {
  const { id, level, statement, source, operations } = requirement;
  const reason =
    outcome.name === "untestable"
      ? outcome.obstacle.reason
      : "reason" in outcome
        ? outcome.reason
        : undefined;
  return {
    id,
    level: level === "should" ? "should" : "must",
    statement,
    source,
    operations,
    outcome: outcome.name,
    ...(reason !== undefined && { reason }),
    findings:
      outcome.name === "failed"
        ? outcome.findings.map((finding) => findingReport(finding, setting))
        : [],
    ...(outcome.name === "failed" &&
      outcome.confirmation !== undefined && { confirmation: outcome.confirmation }),
  };
}

function findingReport(
  { message, expected, actual, exchange, delivery, journey }: Finding,
  setting: Setting,
): FindingReport {
  const { api, url, redact } = setting;
  // Before anything is cut or quoted: half a key is a key no more to be found, and a quoted one no more to be replaced.
  const shown = exchange && redact(exchange);
  return {
    message,
    expected,
    actual,
    ...(shown && {
      exchange: exchangeReport(shown),
      curl: curlLine(api, url, shown.request),
    }),
    ...(delivery && { delivery: deliveryReport(delivery, redact) }),
    ...(journey && { journey: journeyReport(journey, setting) }),
  };
}

function journeyReport({ about, steps }: Journey, { api, url, redact }: Setting): JourneyReport {
  return {
    about,
    steps: steps.map(redact).map(({ call, request, response }) => ({
      purpose: call.purpose,
      status: response?.status ?? null,
      curl: curlLine(api, url, request),
    })),
  };
}

const explorationReport = ({ detours, ...rest }: Exploration): ExplorationReport => ({
  ...rest,
  differences: detours.length,
});

function exchangeReport({ number, call, request, response, failure }: Exchange): ExchangeReport {
  return {
    number,
    purpose: call.purpose,
    request,
    ...(response && {
      response: {
        status: response.status,
        headers: response.headers,
        body: response.body.slice(0, longestBody),
      },
    }),
    ...(failure !== undefined && { failure }),
  };
}

function deliveryReport(delivery: Delivery, redact: Setting["redact"]): DeliveryReport {
  const { raw: _, json: __, answered = null, ...shown } = delivery;
  const { body, ...rest } = redact(shown);
  return { ...rest, body: body.slice(0, longestBody), answered };
}
