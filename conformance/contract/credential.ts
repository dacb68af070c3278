import { isObject, type JsonObject, objectAt, stringAt } from "./json.ts";

/** Where a key goes in a request. */
export interface Credential {
  /** The name of the security scheme. */
  readonly scheme: string;
  readonly in: "header" | "query" | "cookie";
  /** Of the header, lower case, of the query parameter, or of the cookie. */
  readonly name: string;
  /** What stands before the key: `Bearer `, `Basic `, or nothing. */
  readonly prefix: string;
}

/** How keys are sent where nothing else is said. */
export const bearer: Credential = {
  scheme: "bearer",
  in: "header",
  name: "authorization",
  prefix: "Bearer ",
};

/**
 * What an operation asks for; empty where it may be called without a key. Of several ways the first is taken that can
 * be gone. A token of OAuth 2 or OpenID Connect is sent as Bearer (RFC 6750, 2.1).
 */
export function credentialsOf(document: JsonObject, security: unknown): readonly Credential[] {
  const ways = Array.isArray(security) ? security.filter(isObject) : [];
  if (ways.some((way) => Object.keys(way).length === 0)) return [];
  const schemes = objectAt(document.components, "securitySchemes");
  const possible = ways.map((way) =>
    Object.keys(way).map((name) => credentialIn(name, objectAt(schemes, name))),
  );
  const [first = []] = possible.filter((way) => way.every((one) => one !== undefined));
  return first.filter((one) => one !== undefined);
}

function credentialIn(scheme: string, spec: JsonObject): Credential | undefined {
  const kind = stringAt(spec, "type");
  const place = stringAt(spec, "in");
  const name = stringAt(spec, "name") ?? "";
  if (kind === "apiKey" && (place === "query" || place === "cookie"))
    return { scheme, in: place, name, prefix: "" };
  if (kind === "apiKey") return { scheme, in: "header", name: name.toLowerCase(), prefix: "" };
  if (kind === "oauth2" || kind === "openIdConnect") return { ...bearer, scheme };
  const form = stringAt(spec, "scheme")?.toLowerCase();
  if (form === "bearer") return { ...bearer, scheme };
  return form === "basic" ? { ...bearer, scheme, prefix: "Basic " } : undefined;
}
