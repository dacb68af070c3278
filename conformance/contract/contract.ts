import { readFile } from "node:fs/promises";
import type { Source } from "../model.ts";
import { type Credential, credentialsOf } from "./credential.ts";
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
import { bareType, bestType } from "./media-type.ts";

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
  readonly body?: RequestBody;
  /** By status, as documented: "200", "4XX", "default". */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
  /** Whether a key is required. */
  readonly secured: boolean;
  /** Where the key goes; empty where none is required, or where the document does not say it. */
  readonly credentials: readonly Credential[];
}

/** What a request carries, in the media type that is sent: JSON where the operation takes it. */
export interface RequestBody {
  readonly required: boolean;
  readonly mediaType: string;
  /** Pointer to the media type, where its examples stand. */
  readonly owner: string;
  readonly schema: Located;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Located;
  /** Pointer to the parameter, where its examples stand. */
  readonly owner: string;
  /** How lists and objects are written: `form`, `simple`, `deepObject`... */
  readonly style: string;
  readonly explode: boolean;
  /** Written as JSON, since it is described by `content`. */
  readonly json: boolean;
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
 * Reads a bundled contract, such as `generated/sahut/contract.json`; one that is read already is given back.
 * @throws SyntaxError or the file system's error; a generated contract is well formed
 */
export async function readContract(file: URL | Contract): Promise<Contract> {
  if (!(file instanceof URL)) return file;
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
    parameters: withoutRepeats([
      ...parametersAt(document, item.pointer, item.schema),
      ...parametersAt(document, pointer, spec),
    ]),
    ...(isObject(spec.requestBody) && { body: bodyAt(document, body) }),
    responses: new Map(responses),
    secured: needsKey(security),
    credentials: needsKey(security) ? credentialsOf(document, security) : [],
    ...(feature !== undefined && { feature }),
  };
}

/** The `x-feature` of the first tag that an operation has. */
function featureOf(document: JsonObject, operation: JsonObject): string | undefined {
  const [name] = arrayAt(operation, "tags");
  const tag = arrayAt(document, "tags").find((one) => stringAt(one, "name") === name);
  return stringAt(tag, "x-feature");
}

/** An empty way among the ways to be let in leaves the key to the caller. */
const needsKey = (security: unknown): boolean =>
  Array.isArray(security) &&
  security.length > 0 &&
  !security.some((way) => isObject(way) && Object.keys(way).length === 0);

function bodyAt(document: JsonObject, { pointer, schema: spec }: Located): RequestBody {
  const mediaType = bestType(Object.keys(objectAt(spec, "content"))) ?? "application/json";
  const owner = below(pointer, "content", mediaType);
  return {
    required: spec.required === true,
    mediaType: mediaType.includes("*") ? "application/json" : mediaType,
    owner,
    schema: locate(document, below(owner, "schema")),
  };
}

function parametersAt(document: JsonObject, pointer: string, owner: JsonObject): Parameter[] {
  return arrayAt(owner, "parameters").map((_, index) => {
    const found = locate(document, below(pointer, "parameters", index));
    const place = stringAt(found.schema, "in") ?? "query";
    const isForm = place === "query" || place === "cookie";
    const style = stringAt(found.schema, "style") ?? (isForm ? "form" : "simple");
    const [type] = Object.keys(objectAt(found.schema, "content"));
    const holder = type === undefined ? found.pointer : below(found.pointer, "content", type);
    const { explode } = found.schema;
    return {
      name: stringAt(found.schema, "name") ?? "",
      in: place,
      required: found.schema.required === true,
      schema: locate(document, below(holder, "schema")),
      owner: holder,
      style,
      explode: typeof explode === "boolean" ? explode : style === "form",
      json: type !== undefined,
    };
  });
}

/** A parameter of the operation takes the place of its path's, if it has the same name and place. */
const withoutRepeats = (parameters: readonly Parameter[]): readonly Parameter[] => [
  ...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values(),
];

function responseAt(document: JsonObject, pointer: string): DocumentedResponse {
  const found = locate(document, pointer);
  const content = Object.keys(objectAt(found.schema, "content")).map((type) => {
    const owner = below(found.pointer, "content", type);
    return [bareType(type), { owner, ...locate(document, below(owner, "schema")) }] as const;
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
