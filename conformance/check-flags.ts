/** The flags of `concordat check`. */
export interface CheckFlags {
  readonly api: readonly string[];
  readonly url?: string;
  readonly key?: string;
  readonly config?: string;
  /** An OpenAPI document: its deployment is checked by what follows from it alone. */
  readonly contract?: string;
  readonly features?: string;
  readonly fixture: readonly string[];
  readonly report?: string;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly maxRequests?: number;
  /** Infinity for as fast as the target answers. */
  readonly rps?: number;
  readonly confirm: boolean;
  /** Seconds. */
  readonly timeout: number;
  /** How many random journeys. Default: none. */
  readonly explore?: number;
  /** Of the first journey. Default: drawn. */
  readonly seed?: number;
  readonly strict: boolean;
  /** Percent of the contract's clauses that are to be asserted. */
  readonly requireCoverage?: number;
  /** A YAML file with requirements that are known to fail. */
  readonly expectFailures?: string;
  /** A HAR file to judge instead of a deployment. */
  readonly replay?: string;
  readonly plan: boolean;
  readonly version: string;
}
