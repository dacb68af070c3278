import { nearestName, UsageError } from "./usage.ts";

/**
 * Which requirements `--only` chooses. A pattern is an id, the beginning of one up to a `/`, or has `*` for anything.
 * @returns undefined when everything is chosen
 * @throws UsageError for a pattern that chooses nothing, naming the nearest id
 */
export function selectionOf(
  patterns: readonly string[],
  ids: readonly string[],
): ((id: string) => boolean) | undefined {
  if (patterns.length === 0) return undefined;
  const tests = patterns.map((pattern) => [pattern, matcher(pattern)] as const);
  for (const [pattern, test] of tests) {
    if (ids.some((id) => test(id))) continue;
    const topics = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf("/"))))];
    const nearest = nearestName(pattern, pattern.split("/").length > 2 ? ids : topics);
    throw new UsageError(`--only ${pattern} chooses no requirement.${nearest}`);
  }
  return (id) => tests.some(([, test]) => test(id));
}

function matcher(pattern: string): (id: string) => boolean {
  const escaped = pattern.replace(/\/$/, "").replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  const expression = new RegExp(`^${escaped.replaceAll("*", ".*")}(/.*)?$`);
  return (id) => expression.test(id);
}
