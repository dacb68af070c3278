import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { deliveryHeaders, signature } from "./delivery-headers.ts";

type IsFromSahut = (rawBody: string | Buffer, signature: string, secret: string) => boolean;

/** The check that the README shows, as it stands there. */
async function shown(): Promise<IsFromSahut> {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const code = /```js\n(.*?isFromSahut.*?)```/s.exec(readme)?.[1] ?? "";
  const address = `data:text/javascript,${encodeURIComponent(code)}`;
  // The type is the README's word; whether it holds is what is tested.
  const module: { isFromSahut: IsFromSahut } = await import(/* @vite-ignore */ address);
  return module.isFromSahut;
}

const body = '{"data":{"name":"Sítî ✓"}}';
const delivery = { id: "dlv_1", event: "contact.created", body, attempts: 1, secret: "whsec_1" };

test("a signature is the one that everybody else computes", () => {
  // printf 'what do ya want for nothing?' | openssl dgst -sha256 -hmac Jefe; RFC 4231, test case 2
  expect(signature("what do ya want for nothing?", "Jefe")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("the README's check takes a delivery as it is sent", async () => {
  const isFromSahut = await shown();
  const { "X-Sahut-Signature": signed = "" } = deliveryHeaders(delivery);
  expect(isFromSahut(body, signed, "whsec_1")).toBe(true);
  expect(isFromSahut(Buffer.from(body), signed, "whsec_1")).toBe(true);
});

test("the README's check refuses any other body, secret and signature", async () => {
  const isFromSahut = await shown();
  const signed = signature(body, "whsec_1");
  expect(isFromSahut(`${body} `, signed, "whsec_1")).toBe(false);
  expect(isFromSahut(body, signed, "1")).toBe(false);
  expect(isFromSahut(body, signature(body, "whsec_2"), "whsec_1")).toBe(false);
  for (const odd of ["", "x", signed.slice(2)]) {
    expect(isFromSahut(body, odd, "whsec_1")).toBe(false);
  }
});
