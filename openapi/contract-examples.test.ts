import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ajvSchemas, makeAjv } from "./generate/ajv.ts";
import { readApi } from "./generate/api.ts";
import { escapePointer, followPointer, isObject, type JsonObject } from "./generate/json.ts";

interface Example {
  /** Where the schema stands that the example is an example of. */
  schema: string;
  name: string;
  value: unknown;
}

describe.each(["sahut", "sarufi"])("%s", async (name) => {
  const { contract } = await readApi(join(import.meta.dirname, ".."), name);
  const ajv = makeAjv(ajvSchemas(contract));
  const examples = findExamples(contract, contract, "#");

  test.each(examples)("the example $name of $schema fits", ({ schema, value }) => {
    const validate = ajv.getSchema(`contract${schema}`);
    expect(validate?.(value), JSON.stringify(validate?.errors, null, 2)).toBe(true);
  });

  test("every JSON body has an example", () => {
    const without = findBodies(contract, "#").filter(
      (body) => !examples.some(({ schema }) => schema === `${body}/schema`),
    );
    expect(without).toEqual([]);
  });
});

/** The examples of media types, parameters and headers (beside `schema`), and those in schemas. */
function findExamples(contract: JsonObject, node: unknown, pointer: string): Example[] {
  if (!isObject(node)) {
    return Array.isArray(node)
      ? node.flatMap((each, index) => findExamples(contract, each, `${pointer}/${index}`))
      : [];
  }
  const schema = isObject(node.schema) ? `${pointer}/schema` : pointer;
  const single = "example" in node ? [{ schema, name: "example", value: node.example }] : [];
  const listed = Array.isArray(node.examples)
    ? node.examples.map((value, index) => ({ schema, name: String(index), value }))
    : [];
  const named =
    isObject(node.examples) && isObject(node.schema)
      ? Object.entries(node.examples).map(([name, example]) => {
          const whole =
            isObject(example) && typeof example.$ref === "string"
              ? followPointer(contract, example.$ref)
              : example;
          return { schema, name, value: isObject(whole) ? whole.value : undefined };
        })
      : [];
  const inner = Object.entries(node)
    .filter(([name]) => name !== "example" && name !== "examples")
    .flatMap(([name, value]) => findExamples(contract, value, `${pointer}/${escapePointer(name)}`));
  return [...single, ...listed, ...named, ...inner];
}

function findBodies(node: unknown, pointer: string): string[] {
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const here = `${pointer}/${escapePointer(name)}`;
    return [...(name === "application/json" ? [here] : []), ...findBodies(value, here)];
  });
}
