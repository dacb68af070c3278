/** Something about a flow definition, and where in it. */
export interface Finding {
  /** `states.greeting.transitions.faq`; empty for the whole definition. */
  readonly path: string;
  readonly message: string;
}

/** What keeps a definition from being run, and what its author may not have meant. */
export interface Findings {
  readonly errors: Finding[];
  readonly warnings: Finding[];
}
