import fc from "fast-check";

/** Texts that have broken servers. */
const texts = [
  "",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00\ud800 x",
  "\ufeff",
  "\u202e\u2066",
  "\ue000",
  "\ue0000",
  "\u{10ffff}",
  "e\u0301".repeat(500),
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "{{variables.__proto__}}",
  "{{a.constructor.constructor}}",
  "{{".repeat(5_000),
  "'; DROP TABLE sahut_contacts; --",
  "%' OR '1'='1",
  "%_\\",
  "$1 ? :name",
  "../../etc/passwd",
  "javascript:alert(1)",
  "\r\nSet-Cookie: a=b",
  "x".repeat(70_000),
  "(a+)+$".repeat(100),
];

/** Whole JSON values, as texts. */
const values = [
  "null",
  "true",
  "0",
  "-0",
  "-1",
  "1.5",
  "1e999",
  "-1e999",
  "1e-400",
  "9007199254740993",
  "123456789012345678901234567890",
  "2147483648",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  "[]",
  "{}",
  "[null]",
  '[[[["a"]]]]',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":1,"valueOf":null,"then":1,"toJSON":1,"length":-1}',
  '{"":{"":{"":""}}}',
  '{"a":1,"a":2}',
  `[${"0,".repeat(5_000)}0]`,
  `${'{"a":'.repeat(60)}1${"}".repeat(60)}`,
  `${"[".repeat(1_000)}${"]".repeat(1_000)}`,
  '"2024-02-30T25:61:61Z"',
  '"9999-12-31T23:59:60Z"',
  '"-271821-04-20T00:00:00Z"',
];

/** Bodies that are no JSON, or more of it than anybody takes. */
const bodies: readonly (string | Uint8Array)[] = [
  "",
  " ",
  "{",
  '{"a":1}}',
  "{'a':1}",
  '{"a":01}',
  '{"a":NaN}',
  "\ufeff{}",
  '{"a":"\t"}',
  "null",
  "[]",
  '"{}"',
  "a=b&c=d",
  "<?xml version='1.0'?><a/>",
  Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Uint8Array.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Uint8Array.from([0x1f, 0x8b, 0x08, 0x00, 0x00]),
];

/** Rare, since each costs as much as a hundred others. */
const largeBodies: readonly string[] = [
  "[".repeat(2 ** 20),
  `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`,
  `{"a":"${"x".repeat(2 ** 20)}"}`,
  `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join()}}`,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);

/** A JSON value, as a text. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...values) },
  { weight: 2, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);

export const hostileBody: fc.Arbitrary<Buffer> = fc
  .oneof(
    { weight: 30, arbitrary: fc.constantFrom(...bodies) },
    { weight: 10, arbitrary: hostileValue },
    { weight: 5, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constantFrom(...largeBodies) },
  )
  .map((body) => Buffer.from(body));
