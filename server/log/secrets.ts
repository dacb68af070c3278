/** Members that hold what lets somebody in. */
const SECRET = /secret|token|password|authorization|cookie|credential|^(api[-_]?)?key$/i;

/** The same, with three dots in place of every member whose name says that it is secret. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    SECRET.test(name) ? "…" : withoutSecrets(member),
  ]);
  return Object.fromEntries(members);
}
