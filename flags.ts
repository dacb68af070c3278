import { InvalidArgumentError } from "commander";

// How flags are read, for commander: each throws an InvalidArgumentError that says what is allowed.

/** Collects a flag that may be given more than once. */
export const collect = (value: string, earlier: readonly string[]): readonly string[] => [
  ...earlier,
  value,
];

/** A whole number of at least 1. */
export function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It is a whole number from 1.");
}

/** A whole number that fast-check draws by. */
export function seedNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw new InvalidArgumentError("It is a whole number from 0, below 2147483648.");
}

/** A number above 0; Infinity for `max`. */
export function rate(text: string): number {
  const value = text === "max" ? Number.POSITIVE_INFINITY : Number(text);
  if (value > 0 && (Number.isFinite(value) || text === "max")) return value;
  throw new InvalidArgumentError("It is a number above 0, or `max`.");
}

/** Above 0, up to 100. */
export function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 100) return value;
  throw new InvalidArgumentError("It is a percentage above 0, up to 100.");
}

/** Seconds to wait, no longer than a timer can. */
export function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError("It is a number of seconds above 0, up to a day.");
}

/** 0 is any free one. */
export function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65535) return value;
  throw new InvalidArgumentError("It is a port number, from 0 (any free one) to 65535.");
}
