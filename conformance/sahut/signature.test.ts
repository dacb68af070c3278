import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliveryOf } from "../testing/delivery.ts";
import { header, signingOf, whatSigned } from "./signature.ts";

const secret = "whsec_a1b2c3d4e5f6a7b8c9d0";
const event = { event: "message.created", data: { id: "msg_1", content: "Halo 🙏🏽" } };
const delivery = deliveryOf(event);

/** The delivery with this signature. */
const signed = (signature: string) => deliveryOf(event, { headers: { [header]: signature } });

const mac = (
  form: "hex" | "base64" | "base64url",
  key: string | Buffer = secret,
  algorithm = "sha256",
) => createHmac(algorithm, key).update(delivery.raw).digest(form);

describe("the documented signature", () => {
  const bare = secret.replace("whsec_", "");
  test.each([
    ["in hex", mac("hex")],
    ["in capitals", mac("hex").toUpperCase()],
    ["in base64", mac("base64")],
    ["in base64 for URLs, without padding", mac("base64url")],
    ["behind the algorithm", `sha256=${mac("hex")}`],
    ["behind a version", `v1,${mac("base64")}`],
    ["behind a time", `t=1712059200,v1=${mac("hex")}`],
    ["under the secret without its prefix", mac("hex", bare)],
    ["under the bytes of the secret", mac("base64", Buffer.from(bare, "base64"))],
  ])("is known %s", (_, signature) => {
    expect(signingOf(signed(signature), secret)).toMatchObject({ algorithm: "sha256" });
  });

  test.each([
    ["SHA-1", mac("hex", secret, "sha1")],
    ["another secret", mac("hex", "whsec_other")],
    ["nothing", ""],
    ["the beginning alone", mac("hex").slice(0, 32)],
  ])("is not made with %s", (_, signature) => {
    expect(signingOf(signed(signature), secret)).toBeUndefined();
  });

  test("is that of these bytes and of no others", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.uint8Array({ maxLength: 40 }),
        (one, two) => {
          const signature = createHmac("sha256", secret).update(one).digest("hex");
          const found = signingOf({ ...signed(signature), raw: two }, secret);
          expect(found !== undefined).toBe(Buffer.compare(one, two) === 0);
        },
      ),
    );
  });
});

describe("a wrong signature is said to be", () => {
  const pretty = deliveryOf(event, {
    raw: Buffer.from(JSON.stringify(event, null, 2)),
    headers: { [header]: mac("hex") },
  });
  test.each([
    ["missing", delivery, "no x-sahut-signature"],
    ["of another algorithm", signed(mac("hex", secret, "sha1")), "the HMAC-SHA1 of the raw body"],
    ["of the parsed body", pretty, "the body, parsed and written again,"],
    ["another webhook's", signed(mac("hex", "whsec_other")), "of another webhook"],
    ["under no key", signed(mac("hex", "")), "which is empty"],
    ["unknown", signed("abc"), '"abc", which is the HMAC of nothing that was tried'],
  ])("%s", (_, wrong, words) => {
    expect(whatSigned(wrong, secret, ["whsec_other"])).toContain(words);
  });
});
