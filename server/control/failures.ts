import type { Target } from "../contract/mount.ts";
import type { DocumentedError } from "./documented-errors.ts";

/** Calls that are going to fail. */
export interface Failure {
  readonly api: string;
  /** What is answered instead, by the operation that is called; a call of any other is none of them. */
  readonly answers: ReadonlyMap<string, DocumentedError>;
  readonly times: number;
}

/** The failures that have not happened yet, in this process. */
export interface Failures {
  add(failure: Failure): void;
  clear(): void;
  /** What the call gets in place of its answer, if it is to fail; that counts as having happened. */
  take(target: Target): DocumentedError | undefined;
}

export function failures(): Failures {
  let waiting: (Failure & { left: number })[] = [];
  return {
    add: (failure) => void waiting.push({ ...failure, left: failure.times }),
    clear() {
      waiting = [];
    },
    take({ api, operationId = "" }) {
      const failure = waiting.find((one) => one.api === api && one.answers.has(operationId));
      if (failure === undefined) return undefined;
      failure.left -= 1;
      if (failure.left === 0) waiting = waiting.filter((one) => one !== failure);
      return failure.answers.get(operationId);
    },
  };
}
