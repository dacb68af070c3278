/** Ends a request with `detail`: a text, or for a body that does not fit a list of what is wrong in it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly detail: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    detail: string | readonly unknown[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(String(detail));
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}

/** Refuses a body for one of its members; none for the whole body. */
export function unfit(member: string | undefined, msg: string): never {
  const loc = member === undefined ? ["body"] : ["body", member];
  throw new Refusal(422, [{ type: "value_error", loc, msg }]);
}
