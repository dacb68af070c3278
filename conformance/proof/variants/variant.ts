import type { TargetConfig } from "../../config.ts";
import type { Fault } from "../fault/fault.ts";

/** A server that keeps every promise, and does what the documentation leaves open otherwise than the reference server. */
export interface Variant {
  readonly id: string;
  readonly api: "sahut" | "sarufi";
  /** What it does, in one sentence. */
  readonly does: string;
  /** What leaves this open: a silent point, or the rule of HTTP. Of two variants with the same one, one is possible. */
  readonly open: string;
  /** Made anew for each run, since some remember. */
  readonly fault: () => Fault;
  /** What the suite is told of the target. */
  readonly configure?: (target: TargetConfig) => TargetConfig;
  /** What it takes away: promises that cannot be seen then. There is no verdict of `conformant`, and no false alarm. */
  readonly takesAway?: string;
  /** Whether it shows only when the rate limit is tried. Default: false. */
  readonly limits?: boolean;
  /** Whether it shows in an optional feature. Default: false. */
  readonly features?: boolean;
  /** Whether it shows only to who waits for five retries. Default: false. */
  readonly patience?: boolean;
}

type Described = Omit<Variant, "id" | "api">;

/** Variants of one API in one file: the api, and what else they share, is said once. */
export const variantsOf = (
  api: Variant["api"],
  variants: Readonly<Record<string, Described>>,
  shared: Pick<Variant, "features"> = {},
): readonly Variant[] =>
  Object.entries(variants).map(([name, variant]) => ({
    id: `${api}/${name}`,
    api,
    ...shared,
    ...variant,
  }));

/** Variants that any API may have. */
export const variantsOfBoth = (
  variants: Readonly<Record<string, Described>>,
): readonly Variant[] => [
  ...variantsOf("sahut", variants, { features: true }),
  ...variantsOf("sarufi", variants, { features: true }),
];
