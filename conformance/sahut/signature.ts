import { createHmac } from "node:crypto";
import type { Delivery } from "../model.ts";

/** Where the signature stands: Webhooks, Verifying signatures. */
export const header = "x-sahut-signature";

/** How a signature was made and written down. */
export interface Signing {
  readonly algorithm: string;
  /** What was signed, in words. */
  readonly over: string;
  /** What the key was made of the secret by. */
  readonly key: string;
  readonly encoding: string;
  /** What stands before it in the header, such as `sha256=`; often nothing. */
  readonly prefix: string;
}

/** What the documentation leaves open: whether `whsec_` belongs to the key, and whether the rest is base64. */
const keysOf = (secret: string): readonly (readonly [string, Buffer])[] => {
  const rest = secret.replace(/^whsec_/, "");
  return [
    ["the whole secret", Buffer.from(secret)],
    ["the secret without whsec_", Buffer.from(rest)],
    ["the secret without whsec_, read as base64", Buffer.from(rest, "base64")],
  ];
};

const encodings = ["hex", "base64", "base64url"] as const;

/** The signature in a header, behind what may stand before it: `sha256=…`, `v1,…`, `t=1,v1=…`. */
function* written(text: string): Generator<readonly [prefix: string, signature: string]> {
  yield ["", text];
  for (const { index } of text.matchAll(/[=,: ]/g)) {
    if (index + 1 < text.length) yield [text.slice(0, index + 1), text.slice(index + 1)];
  }
}

const bare = (text: string, encoding: string): string =>
  encoding === "hex" ? text.toLowerCase() : text.replace(/=+$/, "");

function find(
  delivery: Delivery,
  secret: string,
  algorithm: string,
  over: string,
  content: Uint8Array,
): Signing | undefined {
  const text = delivery.headers[header] ?? "";
  for (const [key, bytes] of keysOf(secret)) {
    const digest = createHmac(algorithm, bytes).update(content).digest();
    for (const encoding of encodings) {
      const expected = bare(digest.toString(encoding), encoding);
      for (const [prefix, signature] of written(text)) {
        if (bare(signature, encoding) === expected)
          return { algorithm, over, key, encoding, prefix };
      }
    }
  }
  return undefined;
}

/** How the signature was made, if it is the documented one in any writing; undefined otherwise. */
export const signingOf = (delivery: Delivery, secret: string): Signing | undefined =>
  find(delivery, secret, "sha256", "the raw body", delivery.raw);

/** What a wrong signature is instead, in words, as far as it can be guessed. */
export function whatSigned(
  delivery: Delivery,
  secret: string,
  otherSecrets: readonly string[],
): string {
  const text = delivery.headers[header];
  if (text === undefined) return `no ${header}`;
  const again = Buffer.from(JSON.stringify(delivery.json) ?? "");
  const attempts = [
    ...["sha1", "sha512", "sha384", "md5"].map(
      (name) => [name, "the raw body", delivery.raw, secret, ""] as const,
    ),
    ["sha256", "the body, parsed and written again,", again, secret, ""] as const,
    ["sha256", "nothing", Buffer.alloc(0), secret, ""] as const,
    ...otherSecrets.map(
      (other) => ["sha256", "the raw body", delivery.raw, other, " of another webhook"] as const,
    ),
    ["sha256", "the raw body", delivery.raw, "", ", which is empty"] as const,
  ];
  for (const [algorithm, over, content, key, whose] of attempts) {
    const found = find(delivery, key, algorithm, over, content);
    if (found !== undefined)
      return `the HMAC-${algorithm.toUpperCase()} of ${over} under ${found.key}${whose}`;
  }
  return `${JSON.stringify(text)}, which is the HMAC of nothing that was tried`;
}
