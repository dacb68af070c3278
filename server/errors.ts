/**
 * The user asked for something that cannot be done: a port in use, a data file of a newer version.
 * The message says what and what to do instead; a stack would add nothing. Bugs are never of this
 * class.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}
