import { bearer, type Credential } from "../contract/credential.ts";

/** Keys in the places where a request carries them. */
export interface PlacedKeys {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly [name: string, value: string][];
  /** `name=value`. */
  readonly cookies: readonly string[];
}

/**
 * Puts the keys of a call where its operation wants them.
 * @param authorization what the call says: the whole credential, null for none, undefined for the target's own
 * @param credentials where the operation wants them; the `Authorization` header, as Bearer, where it says nothing
 * @param keys by name: `key` is the target's own, and `<scheme>_key` the one of a single security scheme
 */
export function placed(
  authorization: string | null | undefined,
  credentials: readonly Credential[],
  keys: ReadonlyMap<string, string>,
): PlacedKeys {
  const places = credentials.length > 0 ? credentials : [bearer];
  const values = places.flatMap((credential, index) => {
    const template =
      index === 0 && typeof authorization === "string"
        ? authorization
        : authorization === null
          ? null
          : ownKey(credential, keys);
    const value = template?.replace(/\{(\w+)\}/g, (_, name: string) =>
      asSent(credential, keys.get(name) ?? ""),
    );
    return value ? [[credential, value] as const] : [];
  });
  const at = (place: Credential["in"]): [string, string][] =>
    values.filter(([one]) => one.in === place).map(([{ name }, value]) => [name, value]);
  return {
    headers: Object.fromEntries(at("header")),
    query: at("query"),
    cookies: at("cookie").map(([name, value]) => `${name}=${value}`),
  };
}

/** `user:password` travels in base64 (RFC 7617, 2); what has no colon is taken to be so already. */
const asSent = ({ prefix }: Credential, key: string): string =>
  prefix === "Basic " && key.includes(":") ? Buffer.from(key).toString("base64") : key;

/** The name of the key of one security scheme among a target's keys. */
export const keyName = (scheme: string): string =>
  `${scheme.replace(/\W+/g, "_").toLowerCase()}_key`;

function ownKey({ scheme, prefix }: Credential, keys: ReadonlyMap<string, string>): string | null {
  const name = [keyName(scheme), "key"].find((one) => keys.has(one));
  return name === undefined ? null : `${prefix}{${name}}`;
}
