import { type Environment, expand, kindOf } from "./config-file.ts";
import { isObject, type JsonObject } from "./contract/json.ts";
import type { Fixtures } from "./probe.ts";
import type { FixtureSpec, Suite } from "./suite.ts";
import { UsageError, unknownName } from "./usage.ts";

/**
 * The fixtures of a configuration section, and over them those that flags give.
 * @param raw the section's `fixtures`
 * @param flags `name=value` each; a name given twice is a list, and `limited_key.key` a member
 * @throws UsageError for a fixture that is not known or has the wrong shape; values never stand in its message
 */
export function fixturesOf(
  suite: Suite,
  raw: unknown,
  flags: readonly string[],
  environment: Environment,
): Fixtures {
  const place = `${suite.api}.fixtures`;
  if (raw !== undefined && raw !== null && !isObject(raw))
    throw new UsageError(`${place} is no mapping.`);
  const all = { ...(isObject(raw) ? raw : {}), ...flagged(flags) };
  return new Map(
    Object.entries(all).flatMap(([name, value]) => {
      const spec = suite.fixtures.find((known) => known.name === name);
      if (spec !== undefined) return valuesOf(spec, value, place, environment);
      throw unknownName(
        `fixture \`${name}\` in ${place}`,
        name,
        suite.fixtures.map((known) => known.name),
      );
    }),
  );
}

/** Flags as a section would have them. */
function flagged(flags: readonly string[]): JsonObject {
  const values: Record<string, unknown> = {};
  for (const flag of flags) {
    const [, name = "", member, value] = /^(\w+)(?:\.(\w+))?=(.+)$/s.exec(flag) ?? [];
    if (value === undefined)
      throw new UsageError("--fixture has the form name=value, such as chatbot_id=01JMXYZ123ABC.");
    const earlier = values[name];
    if (member !== undefined)
      values[name] = { ...(isObject(earlier) ? earlier : {}), [member]: value };
    else values[name] = Array.isArray(earlier) ? [...earlier, value] : [value];
  }
  return values;
}

function valuesOf(
  { name, members: parts, mistake, secret }: FixtureSpec,
  value: unknown,
  place: string,
  environment: Environment,
): readonly (readonly [string, readonly string[]])[] {
  const text = (part: unknown, at: string): string => {
    if (typeof part === "string" || typeof part === "number")
      return expand(String(part), at, environment);
    throw new UsageError(`${at} is ${kindOf(part)}; it is a string.`);
  };
  if (parts === undefined) {
    const list = Array.isArray(value) ? value : [value];
    const texts = list.map((part) => text(part, `${place}.${name}`));
    for (const each of texts) {
      const wrong = mistake?.(each);
      const shown = secret === true ? "" : ` is ${JSON.stringify(each)}, and`;
      if (wrong !== undefined) throw new UsageError(`${place}.${name}${shown} ${wrong}.`);
    }
    return [[name, texts]];
  }
  if (!isObject(value)) {
    throw new UsageError(
      `${place}.${name} is no mapping; it has the members ${parts.join(" and ")}.`,
    );
  }
  for (const part of Object.keys(value)) {
    if (!parts.includes(part))
      throw unknownName(`member \`${part}\` of ${place}.${name}`, part, parts);
  }
  // The first member is the fixture itself; the others are told apart by their names.
  return parts.map((part, i) => [
    i === 0 ? name : `${name}.${part}`,
    [text(value[part], `${place}.${name}.${part}`)],
  ]);
}
