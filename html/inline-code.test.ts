import { expect, it } from "vitest";
import { inlineCode } from "./inline-code.ts";

it.each([
  ["nothing to see", "nothing to see"],
  ["`data` or `error`", "<code>data</code> or <code>error</code>"],
  ["a `<b>` is text", "a <code>&lt;b&gt;</code> is text"],
  ["one ` alone", "one ` alone"],
])("%j becomes %s", (text, markup) => {
  expect(inlineCode(text)).toEqual({ markup });
});
