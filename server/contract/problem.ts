/** Why a request is refused before any handler sees it, or what became of a handler that threw. */
export type ProblemKind =
  | "unauthorized"
  | "forbidden"
  | "rate-limited"
  | "no-route"
  | "wrong-method"
  /** Not readable as a request at all: JSON, media type, size, encoding. */
  | "malformed"
  /** Readable, and against the contract's schema. */
  | "schema"
  | "internal";

/** Ends a request early. The API's ErrorBodies turn it into that API's own answer. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemKind;
  readonly headers: Readonly<Record<string, string>>;
  /** For `schema`: the JSON Schema keyword that does not hold, such as `type` or `maxLength`. */
  readonly keyword: string | undefined;

  constructor(
    kind: ProblemKind,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    keyword?: string,
  ) {
    super(message);
    this.kind = kind;
    this.headers = headers;
    this.keyword = keyword;
  }
}

/** An API's way to say what went wrong: the status and the body for each problem. */
export type ErrorBodies = (problem: Problem) => { status: number; body: object };
