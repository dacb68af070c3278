/**
 * A contract that cannot be generated from: bad YAML, a `$ref` that leads nowhere, a missing
 * operationId. The message is one sentence that begins with the place: `file:line:column: reason`.
 */
export class ContractError extends Error {
  override readonly name = "ContractError";
  /** The file at fault, relative to the project. */
  readonly file: string;
  /** The line in that file, counted from 1; absent when the fault is not at one place. */
  readonly line?: number;

  constructor(reason: string, place: { file: string; line?: number; column?: number }) {
    const { file, line, column } = place;
    super(`${[file, line, column].filter((part) => part !== undefined).join(":")}: ${reason}`);
    this.file = file;
    if (line !== undefined) this.line = line;
  }
}
