import type { TargetConfig } from "../config.ts";
import { suiteNamed } from "../config.ts";
import type { Run } from "../run.ts";
import type { Suite } from "../suite.ts";
import type { RecordedTarget } from "./har.ts";

/** A target and its run in the form in which they are written down; not redacted yet. */
export const recordedTarget = (
  { suite, url, keys, features, fixtures }: TargetConfig,
  { startedAt, tag, exchanges }: Run,
): RecordedTarget => ({
  api: suite.api,
  url,
  keys: Object.fromEntries(keys),
  features: [...features],
  fixtures: Object.fromEntries(fixtures),
  startedAt,
  tag,
  exchanges,
});

/** The target that a recording is of. @throws UsageError when no suite judges its API */
export const targetOf = (
  suites: readonly Suite[],
  { api, url, keys, features, fixtures }: RecordedTarget,
): TargetConfig => ({
  suite: suiteNamed(suites, api),
  url,
  keys: new Map(Object.entries(keys)),
  features: new Set(features),
  fixtures: new Map(Object.entries(fixtures)),
});
