/** A member or parameter with what is wrong with it. */
export type Complaint = readonly [name: string, problem: string];

const codes = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  415: "unsupported_media_type",
  422: "validation_error",
  429: "rate_limited",
  500: "server_error",
} as const;

/** Ends a request with an error object: Introduction, Error codes. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: keyof typeof codes;
  readonly complaints: readonly Complaint[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: keyof typeof codes,
    message: string,
    complaints: readonly Complaint[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.complaints = complaints;
    this.headers = headers;
  }

  get body(): unknown {
    return {
      error: {
        status: this.status,
        message: this.message,
        code: codes[this.status],
        details: this.complaints.map(([field, problem]) => ({ field, problem })),
      },
    };
  }
}

/** Refuses a body or query in which something is wrong. */
export function refuseIf(complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw new Refusal(422, "Permintaan tidak sah", complaints);
}
