import { below, isObject, resolvePointer } from "../json.ts";

const data = ["example", "default", "enum", "const", "value"];
const maps = ["properties", "patternProperties", "$defs", "definitions", "schemas", "content"];

/** Whether a member holds somebody's data, in which `$ref` is a member like any other; in a map it has any name. */
const isData = (owner: string, name: string, value: unknown): boolean =>
  !maps.includes(owner) && (data.includes(name) || (name === "examples" && Array.isArray(value)));

/** Every reference of a document, with the pointer to where it stands, in the document's order. */
export function* referencesIn(
  node: unknown,
  pointer = "",
  owner = "",
): Generator<readonly [pointer: string, ref: string]> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* referencesIn(item, `${pointer}/${index}`);
    return;
  }
  if (!isObject(node)) return;
  if (typeof node.$ref === "string") yield [pointer, node.$ref];
  for (const [name, value] of Object.entries(node))
    if (!isData(owner, name, value)) yield* referencesIn(value, below(pointer, name), name);
}

/** The same tree with each `$ref` replaced. */
export function withReferences(
  node: unknown,
  change: (ref: string) => string,
  owner = "",
): unknown {
  if (Array.isArray(node)) return node.map((item) => withReferences(item, change));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      if (name === "$ref" && typeof value === "string") return [name, change(value)];
      return [name, isData(owner, name, value) ? value : withReferences(value, change, name)];
    }),
  );
}

/** The names that stand beside the one that a pointer asks for in vain, from the last place on its way that exists. */
export function namesNear(
  document: unknown,
  pointer: string,
): { readonly wanted: string; readonly known: readonly string[] } {
  const steps = pointer.split("/").slice(1);
  let owner: unknown = document;
  for (const [index, step] of steps.entries()) {
    const next = resolvePointer(owner, `/${step}`);
    const names = isObject(owner) ? Object.keys(owner) : [];
    if (next === undefined) return { wanted: decode(steps[index] ?? ""), known: names };
    owner = next;
  }
  return { wanted: "", known: [] };
}

const decode = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");
