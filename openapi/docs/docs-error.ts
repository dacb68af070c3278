/** The docs cannot be built: a tool is missing, or gave up. The message says what to do about it. */
export class DocsError extends Error {
  override readonly name = "DocsError";
}
