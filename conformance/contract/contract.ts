import { readFile } from "node:fs/promises";
import type { Source } from "../model.ts";
import {
  arrayAt,
  below,
  isObject,
  type JsonObject,
  objectAt,
  pointerOf,
  resolvePointer,
  stringAt,
} from "./json.ts";

/** A bundled OpenAPI document, read for what a client can check. */
export interface Contract {
  readonly document: JsonObject;
  readonly title: string;
  /** What a `$ref` of the document leads to. */
  readonly resolve: (ref: string) => unknown;
  /** By operationId, in the document's order. */
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Operation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** The path template, relative to the server. */
  readonly path: string;
  readonly source: Source;
  /** The optional feature of its tag, from `x-feature`; absent for the core of the API. */
  readonly feature?: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: Located };
  /** By status, as documented: "200", "404". */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
  /** Whether a key is required. */
  readonly secured: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Located;
}

export interface DocumentedResponse {
  /** By media type; empty for a response without a body. */
  readonly content: ReadonlyMap<string, Content>;
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly schema: Located;
  }[];
}

/** A media type's schema, and the pointer to the media type itself, where its examples stand. */
export interface Content extends Located {
  readonly owner: string;
}

/** A schema together with where it stands, references followed. */
export interface Located {
  readonly pointer: string;
  readonly schema: JsonObject;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Follows `$ref`s inside the document, from a pointer to the schema that it finally means. */
export function locate(document: JsonObject, pointer: string): Located {
  const seen = new Set<string>();
  let here = pointer;
  for (;;) {
    const value = resolvePointer(document, here);
    const ref = stringAt(value, "$ref");
    if (ref === undefined) return { pointer: here, schema: isObject(value) ? value : {} };
    if (seen.has(ref)) throw new Error(`The reference ${ref} leads back to itself`);
    seen.add(ref);
    here = pointerOf(ref);
  }
}

/**
 * Reads a bundled contract, such as `generated/sahut/contract.json`.
 * @throws SyntaxError or the file system's error; a generated contract is well formed
 */
export async function readContract(file: URL): Promise<Contract> {
  const document: unknown = JSON.parse(await readFile(file, "utf8"));
  if (!isObject(document)) throw new Error(`${file.pathname} is not an OpenAPI document`);
  return contractOf(document);
}

/** The contract in a document that is already read. */
export function contractOf(document: JsonObject): Contract {
  const operations = new Map<string, Operation>();
  for (const path of Object.keys(objectAt(document, "paths"))) {
    const item = locate(document, below("", "paths", path));
    for (const method of methods) {
      if (!isObject(item.schema[method])) continue;
      const operation = operationAt(document, item, path, method);
      operations.set(operation.id, operation);
    }
  }
  return {
    document,
    title: stringAt(document.info, "title") ?? "untitled",
    resolve: (ref) => resolvePointer(document, ref),
    operations,
  };
}

function operationAt(document: JsonObject, item: Located, path: string, method: string): Operation {
  const pointer = below(item.pointer, method);
  const spec = objectAt(item.schema, method);
  const docs = { ...objectAt(document, "externalDocs"), ...objectAt(spec, "externalDocs") };
  const body = locate(document, below(pointer, "requestBody"));
  const responses = Object.keys(objectAt(spec, "responses")).map(
    (status) => [status, responseAt(document, below(pointer, "responses", status))] as const,
  );
  const security = spec.security ?? document.security;
  const feature = featureOf(document, spec);
  return {
    id: stringAt(spec, "operationId") ?? `${method}${path}`,
    method: method.toUpperCase(),
    path,
    source: {
      section: stringAt(docs, "description") ?? `${method.toUpperCase()} ${path}`,
      url: stringAt(docs, "url") ?? "",
    },
    parameters: [
      ...parametersAt(document, item.pointer, item.schema),
      ...parametersAt(document, pointer, spec),
    ],
    ...(isObject(spec.requestBody) && {
      body: {
        required: body.schema.required === true,
        schema: locate(document, below(body.pointer, "content", "application/json", "schema")),
      },
    }),
    responses: new Map(responses),
    secured: Array.isArray(security) && security.length > 0,
    ...(feature !== undefined && { feature }),
  };
}

/** The `x-feature` of the first tag that an operation has. */
function featureOf(document: JsonObject, operation: JsonObject): string | undefined {
  const [name] = arrayAt(operation, "tags");
  const tag = arrayAt(document, "tags").find((one) => stringAt(one, "name") === name);
  return stringAt(tag, "x-feature");
}

function parametersAt(document: JsonObject, pointer: string, owner: JsonObject): Parameter[] {
  return arrayAt(owner, "parameters").map((_, index) => {
    const found = locate(document, below(pointer, "parameters", index));
    return {
      name: stringAt(found.schema, "name") ?? "",
      in: stringAt(found.schema, "in") ?? "query",
      required: found.schema.required === true,
      schema: locate(document, below(found.pointer, "schema")),
    };
  });
}

function responseAt(document: JsonObject, pointer: string): DocumentedResponse {
  const found = locate(document, pointer);
  const content = Object.keys(objectAt(found.schema, "content")).map((type) => {
    const owner = below(found.pointer, "content", type);
    return [type, { owner, ...locate(document, below(owner, "schema")) }] as const;
  });
  const headers = Object.keys(objectAt(found.schema, "headers")).map((name) => {
    const header = locate(document, below(found.pointer, "headers", name));
    return {
      name,
      required: header.schema.required === true,
      schema: locate(document, below(header.pointer, "schema")),
    };
  });
  return { content: new Map(content), headers };
}
