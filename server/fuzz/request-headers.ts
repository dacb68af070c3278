import fc from "fast-check";
import { keys } from "./known.ts";
import type { Fuzzed } from "./operations.ts";

type Header = readonly [name: string, value: string];

/** Mostly the key that may do most. */
export function key({ api }: Fuzzed): fc.Arbitrary<readonly Header[]> {
  const [best, ...others] = keys[api] ?? [];
  if (best === undefined) return fc.constant([]);
  return fc
    .oneof(
      { weight: 20, arbitrary: fc.constant(best) },
      { weight: 2, arbitrary: fc.constantFrom(...others) },
    )
    .map((secret) => [["Authorization", `Bearer ${secret}`]]);
}

export function strangeKey(operation: Fuzzed): fc.Arbitrary<readonly Header[]> {
  const strange = fc.constantFrom(
    "",
    "Bearer",
    "Bearer ",
    "Bearer unknown",
    "Basic YTpi",
    "Bearer a b",
    "Bearer \u00ff\u00fe",
    `Bearer ${"x".repeat(8_000)}`,
    "Bearer ' OR 1=1 --",
  );
  return fc.oneof(
    { weight: 8, arbitrary: key(operation) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: strange.map((value): readonly Header[] => [["Authorization", value]]) },
  );
}

/** What a request with a body has to say of it. */
export function mediaType({ body }: Fuzzed): readonly Header[] {
  return body === undefined ? [] : [["Content-Type", "application/json"]];
}

export const strangeMediaType: fc.Arbitrary<readonly Header[]> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<readonly Header[]>([["Content-Type", "application/json"]]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        "",
        "json",
        "text/plain",
        "application/json; charset=utf-16",
        "a/b;".repeat(500),
      )
      .map((value): readonly Header[] => [["Content-Type", value]]),
  },
  { weight: 1, arbitrary: fc.constant<readonly Header[]>([]) },
);

/** Nothing of which may change what is answered, but for the control plane's own care. */
export const strangeHeader: fc.Arbitrary<Header> = fc.constantFrom<Header>(
  ["Connection", "close"],
  ["Connection", "upgrade"],
  ["Upgrade", "h2c"],
  ["Expect", "100-continue"],
  ["Expect", "200-ok"],
  ["Content-Encoding", "gzip"],
  ["Accept", "text/html;q=1, */*;q=0"],
  ["Accept-Encoding", "gzip, br"],
  ["If-None-Match", "*"],
  ["Range", "bytes=0-1"],
  ["X-HTTP-Method-Override", "DELETE"],
  ["X-Forwarded-Host", "evil.example"],
  ["X-Request-Id", "a".repeat(300)],
  ["Origin", "https://evil.example"],
  ["Cookie", "a=b; ".repeat(200)],
  ["__proto__", "1"],
  ["Authorization", "Bearer second"],
  ["X-Bytes", "\u0080\u00ff\t"],
  ["X-Long", "a".repeat(20_000)],
);
