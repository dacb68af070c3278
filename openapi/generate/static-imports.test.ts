import { expect, test } from "vitest";
import { staticImports } from "./static-imports.ts";

test("a default export is found under both conventions for CommonJS", () => {
  const source = 'const f = require("ajv/dist/runtime/equal").default;';
  expect(staticImports(source)).toEqual({
    imports: ['import * as equal from "ajv/dist/runtime/equal.js";'],
    code: "const f = (equal.default.default ?? equal.default);",
  });
});

test("a named export is read from the module", () => {
  const source = 'const f = require("ajv-formats/dist/formats").fullFormats["date-time"];';
  expect(staticImports(source)).toEqual({
    imports: ['import * as formats from "ajv-formats/dist/formats.js";'],
    code: 'const f = formats.fullFormats["date-time"];',
  });
});

test("a module that is required twice is imported once", () => {
  const source = 'require("a/b").x; require("a/b").y;';
  expect(staticImports(source)).toEqual({
    imports: ['import * as b from "a/b.js";'],
    code: "b.x; b.y;",
  });
});

test("code that requires nothing stays as it is", () => {
  const source = 'const text = "do not require much";';
  expect(staticImports(source)).toEqual({ imports: [], code: source });
});
