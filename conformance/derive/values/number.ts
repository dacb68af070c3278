import type { JsonObject } from "../../contract/json.ts";

/** The numbers that a schema allows: whole ones or multiples in steps, and bounds that are allowed themselves. */
export interface NumberRange {
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly step: number | undefined;
}

const numberAt = (schema: JsonObject, keyword: string): number | undefined => {
  const value = schema[keyword];
  return typeof value === "number" ? value : undefined;
};

/** @param schema of numbers or of integers */
export function rangeOf(schema: JsonObject): NumberRange {
  const whole = schema.type === "integer" || [schema.type].flat().includes("integer");
  const multiple = numberAt(schema, "multipleOf");
  const step = multiple ?? (whole ? 1 : undefined);
  // Between two numbers that are no multiples there is always a further one; a hundredth is near enough.
  const gap = step ?? 0.01;
  const above = numberAt(schema, "exclusiveMinimum");
  const below = numberAt(schema, "exclusiveMaximum");
  const least = maximumOf(
    numberAt(schema, "minimum"),
    above === undefined ? undefined : above + gap,
  );
  const most = minimumOf(
    numberAt(schema, "maximum"),
    below === undefined ? undefined : below - gap,
  );
  if (step === undefined) return { least, most, step };
  return {
    least: least === undefined ? undefined : Math.ceil(least / step) * step,
    most: most === undefined ? undefined : Math.floor(most / step) * step,
    step,
  };
}

const maximumOf = (...values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

const minimumOf = (...values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/**
 * A number in the range: 1 or near to it, but no edge where there is anything else; with a variant the next ones.
 */
export function numberFor(schema: JsonObject, variant: number): number {
  const { least, most, step = 1 } = rangeOf(schema);
  const low = least === undefined ? Number.NEGATIVE_INFINITY : least + step;
  const high = most === undefined ? Number.POSITIVE_INFINITY : most - step;
  const first = step > 1 ? step : 1;
  const start = low <= high ? Math.max(low, Math.min(high, first)) : (least ?? most ?? first);
  const wanted = start + variant * step;
  return most !== undefined && wanted > most
    ? Math.max(least ?? -Infinity, most - variant * step)
    : wanted;
}
