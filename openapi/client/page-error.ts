import type { AnyAnswer } from "./answer.ts";

/** Thrown by a walk through a list when a page cannot be had; what came before it was good. */
export class PageError extends Error {
  override readonly name = "PageError";
  /** The answer in place of the page. */
  readonly answer: AnyAnswer;
  /** The query of that page: a walk with it goes on from there. */
  readonly query: Readonly<Record<string, unknown>>;

  constructor(message: string, answer: AnyAnswer, query: Readonly<Record<string, unknown>>) {
    super(message, { cause: answer.error });
    this.answer = answer;
    this.query = query;
  }
}
