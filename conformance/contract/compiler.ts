import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** A compiler for JSON Schema 2020-12 that asserts formats it knows, passes over others, and says nothing by itself. */
export function validatingCompiler(options: { readonly discriminator?: boolean } = {}): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    logger: false,
    // The document is read as a whole; what in it is no schema need not look like one.
    validateSchema: false,
    code: { regExp: regExpOf },
    ...options,
  });
  formats.default(ajv);
  return ajv;
}

/** ECMA-262 with the flag `u`, as JSON Schema has it; a pattern that only makes sense without is read so. */
const regExpOf = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  // Only for code that is written to a file, which none is here.
  { code: "new RegExp" },
);
