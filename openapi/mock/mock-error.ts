/** A mock cannot start, or has stopped by itself. The message says what to do about it. */
export class MockError extends Error {
  override readonly name = "MockError";
}
