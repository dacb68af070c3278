/**
 * The error of an answer that the contract does not describe: a status that it does not name, or a
 * body that is not JSON where JSON is promised, such as a gateway's page.
 */
export class UndocumentedAnswer extends Error {
  override readonly name = "UndocumentedAnswer";
  /** The body: parsed where it is JSON, else as text, and empty when there is none. */
  readonly body: unknown;

  /** @param call what was called, such as `GET /conversations` */
  constructor(call: string, { status, headers }: Response, body: unknown) {
    const type = headers.get("Content-Type")?.split(";")[0] || "no media type";
    super(`${call}: ${status} with ${type} is no answer that the contract describes`);
    this.body = body;
  }
}
