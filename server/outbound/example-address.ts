/**
 * Whether a name is reserved for documentation, so that nobody listens there: RFC 2606. People and
 * test suites subscribe such addresses by the dozen; nothing is ever sent to them.
 */
export function isExampleAddress(hostname: string): boolean {
  const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  if (last === "invalid" || last === "example") return true;
  return labels.at(-2) === "example" && ["com", "net", "org"].includes(last);
}
