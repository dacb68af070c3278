import { basename, extname } from "node:path";
import { type Contract, contractOf, type Operation } from "../../contract/contract.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { Loaded } from "../../contract/load/load.ts";
import type { ControlProbe, FixtureSpec, Suite } from "../../suite.ts";
import type { Derivation } from "../derivation.ts";
import type { Schemas } from "../values/schemas.ts";
import { schemasOf } from "../values/schemas.ts";
import { bodyEdges } from "./body-edges.ts";
import { bodyViolations } from "./body-violations.ts";
import { controlFor, type Makings } from "./control.ts";
import { feedFor } from "./feed.ts";
import { leftoversIn } from "./leftovers.ts";
import { linkGaps, linksOf } from "./links.ts";
import { fixtureName, isIdName } from "./names.ts";
import { inOrder } from "./order.ts";
import { openParameters, parameterEdges, parameterViolations } from "./parameter-cases.ts";
import { answerLevels, besideContent, contentRefusals, keyRefusals } from "./strictness.ts";

/**
 * The suite of any contract: everything that follows from the document, and nothing else.
 * @param file its path, after which it is named, unless that says nothing
 * @param seed decides what is drawn at random; the same one gives the same requests
 */
export function suiteOfContract(
  { contract: read, requests, gaps }: Loaded,
  file: string,
  seed: number,
): Suite {
  const contract = inOrder(read);
  const schemas = schemasOf(requests);
  // The same operations, with their schemas as requests have to meet them.
  const asked = inOrder(contractOf(requests));
  const operations = [...contract.operations.values()];
  const controls: Readonly<Record<string, ControlProbe>> = Object.fromEntries(
    [...asked.operations.values()].map((operation) => [
      operation.id,
      controlFor(() => makings, operation),
    ]),
  );
  const makings: Makings = {
    contract: asked,
    schemas,
    feed: feedFor(asked, schemas, linksOf(asked), controls),
  };
  return {
    api: nameOf(file, contract.title),
    contract,
    features: [],
    fixtures: fixturesOf(operations),
    discoveries: {},
    controls,
    unknownKey: "concordat-unknown-key",
    checks: [],
    authoredInstead: {},
    derivation: derivationFor(asked, schemas, seed),
    gaps: [...gaps, ...linkGaps(asked)],
    leftovers: (exchanges) => leftoversIn(contract, exchanges),
  };
}

const sayingNothing = [
  "openapi",
  "swagger",
  "api",
  "spec",
  "index",
  "contract",
  "schema",
  "root",
  "main",
];

/** The first part of every requirement's id: the file's name, or the title where that is `openapi.yaml` or the like. */
export function nameOf(file: string, title: string): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40);
  const name = slug(basename(file, extname(file)));
  return (sayingNothing.includes(name) ? slug(title) : name) || "api";
}

/** Every id that a request cannot do without may be given. */
function fixturesOf(operations: readonly Operation[]): readonly FixtureSpec[] {
  const names = operations.flatMap((operation) => [
    ...[...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) =>
      fixtureName(operation, name),
    ),
    ...operation.parameters
      .filter((one) => one.required && one.in !== "path")
      .map(({ name }) => fixtureName(operation, name)),
    ...idsIn(operation.body?.schema.schema).map((name) => fixtureName(operation, name)),
  ]);
  return [...new Set(names)].map((name) => ({ name, about: "a value that exists on the target" }));
}

const idsIn = (schema: JsonObject | undefined): readonly string[] =>
  (Array.isArray(schema?.required) ? schema.required.map(String) : []).filter(isIdName);

function derivationFor(asked: Contract, schemas: Schemas, seed: number): Derivation {
  const request = ({ id }: Operation): Operation => {
    const found = asked.operations.get(id);
    if (found === undefined) throw new Error(`${id} is no operation of its contract`);
    return found;
  };
  return {
    edges: (contract, operation) => {
      const { body } = request(operation);
      return [
        ...openParameters(request(operation)).flatMap((one) => parameterEdges(schemas, one, seed)),
        ...(body === undefined ? [] : bodyEdges(contract, schemas, body, seed)),
      ];
    },
    violations: (contract, operation) => {
      const own = request(operation);
      return [
        ...openParameters(own).flatMap((one) => parameterViolations(contract, schemas, own, one)),
        ...(own.body === undefined ? [] : bodyViolations(contract, schemas, own, own.body)),
      ];
    },
    acceptance: "should",
    refusals: () => contentRefusals,
    beside: besideContent,
    keyRefusals,
    unknownId: (_, operation, { name, schema: { schema } }) =>
      unknownIdIn(operation, name, schemas.flat(schema)),
    answers: (operation) =>
      answerLevels(
        operation,
        operation.body !== undefined || operation.parameters.some((one) => one.required),
      ),
  };
}

const bounds = ["minimum", "maximum", "minLength", "maxLength", "pattern", "multipleOf", "format"];

/**
 * A documented 404 promises one to who asks for what is not there. Deleting what is gone may succeed all the same, and
 * what makes a thing at an address of the client's choice does so.
 */
function unknownIdIn(
  { responses, method, path }: Operation,
  name: string,
  schema: JsonObject,
): ReturnType<Derivation["unknownId"]> {
  const isFree = !("enum" in schema) && ![schema.type].flat().includes("boolean");
  if (!responses.has("404") || !isFree) return undefined;
  const isPlain = method === "GET" && path.endsWith(`{${name}}`);
  // One that is near to one which exists may be outside of what the schema allows.
  const isBound = bounds.some((keyword) => keyword in schema);
  return {
    level: isPlain ? "must" : "should",
    statuses: [404, 410, ...(isBound ? [400, 422] : [])],
  };
}
