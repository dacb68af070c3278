import { expect, test } from "vitest";
import type { Credential } from "../contract/credential.ts";
import { placed } from "./key.ts";

const at = (place: Credential["in"], name: string, prefix = ""): Credential => ({
  scheme: "main",
  in: place,
  name,
  prefix,
});
const keys = new Map([
  ["key", "k1"],
  ["main_key", "k2"],
]);
const own = new Map([["key", "k1"]]);
const nothing = { headers: {}, query: [], cookies: [] };

test.each<[string, Parameters<typeof placed>, Partial<ReturnType<typeof placed>>]>([
  [
    "goes as Bearer where nothing is said",
    [undefined, [], own],
    { headers: { authorization: "Bearer k1" } },
  ],
  [
    "goes into the header that is named",
    [undefined, [at("header", "x-key")], own],
    { headers: { "x-key": "k1" } },
  ],
  ["goes into the query", [undefined, [at("query", "key")], own], { query: [["key", "k1"]] }],
  ["goes into a cookie", [undefined, [at("cookie", "session")], own], { cookies: ["session=k1"] }],
  [
    "of its scheme comes before the other",
    [undefined, [at("query", "key")], keys],
    { query: [["key", "k2"]] },
  ],
  [
    "of Basic travels in base64",
    [undefined, [at("header", "authorization", "Basic ")], new Map([["key", "me:pass"]])],
    { headers: { authorization: "Basic bWU6cGFzcw==" } },
  ],
  ["is left out on demand", [null, [at("query", "key")], own], {}],
  [
    "gives way to another one",
    ["other", [at("header", "x-key")], own],
    { headers: { "x-key": "other" } },
  ],
  ["that nobody gave is not sent", [undefined, [], new Map()], {}],
])("a key %s", (_, given, wanted) => {
  expect(placed(...given)).toEqual({ ...nothing, ...wanted });
});
