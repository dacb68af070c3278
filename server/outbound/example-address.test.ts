import { expect, test } from "vitest";
import { isExampleAddress } from "./example-address.ts";

test.each([
  "example.com",
  "www.example.org",
  "EXAMPLE.NET",
  "example.com.",
  "crm.example",
  "x.invalid",
])("%s is for examples", (name) => expect(isExampleAddress(name)).toBe(true));

test.each([
  "yourserver.com",
  "myexample.com",
  "example.com.evil.org",
  "example.co.id",
  "localhost",
  "",
])("`%s` may be anybody's", (name) => expect(isExampleAddress(name)).toBe(false));
