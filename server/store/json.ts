/** Reads a column that holds JSON; the caller names the type beside the column that it wrote. */
export function fromJson<Content>(text: string): Content {
  // as: nobody but this server writes the column, and it writes this type.
  return JSON.parse(text) as Content;
}
