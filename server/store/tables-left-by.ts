/**
 * The tables that are there after all steps of `migrate`, in the order in which they are made: a
 * table that refers to another comes after it.
 */
export function tablesLeftBy(steps: readonly string[]): string[] {
  const tables = new Set<string>();
  for (const [, verb, name = ""] of steps.join("\n").matchAll(/\b(CREATE|DROP) TABLE (\w+)/g)) {
    if (verb === "CREATE") tables.add(name);
    else tables.delete(name);
  }
  return [...tables];
}
