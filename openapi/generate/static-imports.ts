/** Code without `require`, and the import statements that it now needs. */
export interface StaticCode {
  imports: string[];
  code: string;
}

/**
 * Turns the `require("…")` calls in ajv's standalone code into static imports, which browsers and
 * bundlers understand.
 *
 * CommonJS modules with a default export meet two conventions: Node hands out the whole
 * `module.exports` as `default`, bundlers may hand out the export itself. The code works with both.
 *
 * @example
 * staticImports('const f = require("ajv/dist/runtime/equal").default;')
 * // imports: ['import * as equal from "ajv/dist/runtime/equal.js";']
 * // code:    'const f = (equal.default.default ?? equal.default);'
 */
export function staticImports(source: string): StaticCode {
  const imports = new Map<string, string>();
  const code = source.replaceAll(
    /\brequire\("([^"]+)"\)(\.default\b)?/g,
    (_call, specifier: string, isDefault: string | undefined) => {
      const name = moduleName(specifier);
      imports.set(name, `import * as ${name} from "${specifier}.js";`);
      return isDefault ? `(${name}.default.default ?? ${name}.default)` : name;
    },
  );
  return { imports: [...imports.values()].sort(), code };
}

/** `ajv/dist/runtime/ucs2length` is called `ucs2length`; what no identifier may hold, goes. */
function moduleName(specifier: string): string {
  return (specifier.split("/").at(-1) ?? specifier).replaceAll(/\W/g, "_");
}
