/** A part of a document that is not looked at, and why: it is told, never passed over. */
export interface Gap {
  /** The operation, or the place in the document. */
  readonly place: string;
  /** "the format `phone` is not known", for people. */
  readonly what: string;
}
