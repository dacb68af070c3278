/** A value as a statement names it: `= 101`, or, where it is too long to be looked at, `of 4097 characters`. */
export const inWords = (value: unknown): string =>
  typeof value === "string" && value.length > 40
    ? `of ${value.length} characters`
    : `= ${JSON.stringify(value)}`;
