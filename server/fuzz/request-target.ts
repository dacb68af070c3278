import fc from "fast-check";
import { hostileText } from "./hostile.ts";
import { known } from "./known.ts";
import type { Described, Fuzzed } from "./operations.ts";
import { fitting } from "./schema.ts";

/** Parts of a path: as they are sent, or the n-th of the ids that are known under a name. */
export type Path = readonly (string | Ref)[];

export interface Ref {
  readonly name: string;
  readonly n: number;
}

/** The name of what a collection holds: `/v1/contacts/` holds each `contact_id`. */
export function idName(api: string, collection: string): string {
  const [, word = ""] = /(\w+?)s?\/?$/.exec(collection) ?? [];
  // A conversation of Sarufi that anybody can begin is a chat session.
  return api === "sarufi" && word === "conversation" ? "session_id" : `${word}_id`;
}

export function path(operation: Fuzzed): fc.Arbitrary<Path> {
  return filled(operation, (name) => fc.nat(1_000).map((n) => ({ name, n })));
}

export function hostilePath(operation: Fuzzed): fc.Arbitrary<Path> {
  const ending = fc.constantFrom(
    "/",
    "//",
    "/..",
    "/%2e%2e/",
    ";a=b",
    "%00",
    "%",
    "\\",
    "/a".repeat(500),
  );
  return fc.oneof(
    { weight: operation.path.includes("{") ? 6 : 0, arbitrary: filled(operation, () => hostileId) },
    {
      weight: 1,
      arbitrary: fc.tuple(path(operation), ending).map(([parts, end]): Path => [...parts, end]),
    },
  );
}

const hostileId = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "%",
      "%zz",
      "%E0%A4%A",
      "%ED%A0%80",
      "%00",
      "..",
      "%2e%2e%2f",
      "*",
      "a%2Fb",
    ),
  },
);

function filled(
  { api, path: template }: Fuzzed,
  idFor: (name: string) => fc.Arbitrary<string | Ref>,
): fc.Arbitrary<Path> {
  const parts = template.split(/\{\w+\}/);
  const ids = parts.slice(0, -1).map((before) => idFor(idName(api, before)));
  return fc
    .tuple(...ids)
    .map((values) => parts.flatMap((part, index) => [part, ...values.slice(index, index + 1)]));
}

export function fittingQuery(operation: Fuzzed): fc.Arbitrary<string> {
  return fc
    .tuple(
      ...operation.query
        .filter(isOurs)
        .map((one) => fc.option(pair(operation, one), { nil: undefined })),
    )
    .map((pairs) => pairs.filter((one) => one !== undefined).join("&"));
}

/** A cursor that fits, only the server makes. */
const isOurs = ({ name }: Described) => name !== "cursor";

function pair({ contract }: Fuzzed, { name, schema }: Described): fc.Arbitrary<string> {
  return fitting(contract, schema, name).map((value) => queryPair(name, String(value)));
}

const queryPair = (name: string, value: string) =>
  `${name}=${encodeURIComponent(value.toWellFormed())}`;

/** What no list has given, though some of it looks like it. */
const cursors = fc
  .array(fc.oneof(hostileText, fc.double()), { maxLength: 3 })
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url"));

/** One or two strange pairs among those that fit. */
export function hostileQuery(operation: Fuzzed): fc.Arbitrary<string> {
  const names = [
    ...operation.query.map(({ name }) => name),
    "cursor",
    "__proto__",
    "q[]",
    "page[a]",
    "",
  ];
  const numbers = fc.constantFrom(
    "-1",
    "0",
    "1e3",
    "1e999",
    "9007199254740993",
    "1e300",
    "0x10",
    " 1",
    "1.5",
  );
  const words = Object.values(known).flat().slice(0, 12);
  const value = fc.oneof(hostileText, numbers, cursors, fc.constantFrom(...words));
  const strange = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), value)
        // Longer ones would only ever meet the limit.
        .map(([name, text]) => queryPair(name, text.slice(0, 2_000))),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "%",
        "%zz=1",
        "a=%E0%A4%A",
        "&&&",
        "=",
        "?",
        "page",
        "a=b".repeat(6_000),
      ),
    },
  );
  return fc
    .tuple(fittingQuery(operation), fc.array(strange, { minLength: 1, maxLength: 2 }))
    .map(([sound, more]) => [sound, ...more].filter(Boolean).join("&"));
}
