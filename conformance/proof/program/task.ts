import type { Fate } from "../derived/judge.ts";

/** One piece of the proof, small enough to be handed to whoever is free. */
export type Task =
  /** A mutant written by hand, over HTTP. */
  | { readonly part: "mutant"; readonly id: string }
  /** All derived mutants of one operation, on a recording. */
  | { readonly part: "derived mutants"; readonly api: string; readonly operation: string }
  /** One derived mutant, drawn by lot, over HTTP: the recording must have told the truth. */
  | { readonly part: "sample over HTTP"; readonly api: string; readonly seed: number }
  | { readonly part: "legal variant"; readonly id: string }
  /** Several legal variants at once, drawn by lot. */
  | { readonly part: "combination"; readonly api: string; readonly seed: number }
  | { readonly part: "null target"; readonly api: string; readonly id: string };

export type Part = Task["part"];

/** What a task came to. */
export interface Result {
  readonly task: Task;
  /** What became of each mutant that it tried. */
  readonly fates: readonly (readonly [id: string, fate: Fate])[];
  /** What is not as it has to be, each in a sentence; empty when all is well. */
  readonly complaints: readonly string[];
  /** Silent points that were answered otherwise than by the reference server. */
  readonly otherwise: readonly string[];
}

/** The task in a few words. */
export function nameOf(task: Task): string {
  switch (task.part) {
    case "mutant":
    case "legal variant":
      return `${task.part} ${task.id}`;
    case "null target":
      return `null target ${task.id}, as ${task.api}`;
    case "derived mutants":
      return `derived mutants of ${task.api} ${task.operation}`;
    case "sample over HTTP":
    case "combination":
      return `${task.part} ${task.api} ${task.seed}`;
  }
}
