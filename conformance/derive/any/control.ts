import type { Contract, Operation, Parameter } from "../../contract/contract.ts";
import { arrayAt, isObject } from "../../contract/json.ts";
import { isSuccess } from "../../evidence.ts";
import type { Call, Exchange } from "../../model.ts";
import { missingFixture, untestable } from "../../obstacles.ts";
import type { ProbeContext } from "../../probe.ts";
import type { ControlProbe } from "../../suite.ts";
import { documented, sampleOf } from "../values/sample.ts";
import type { Schemas } from "../values/schemas.ts";
import { bodiesOf, examplesAt } from "./bodies.ts";
import type { Feed } from "./feed.ts";
import { fixtureName, isIdName } from "./names.ts";
import { withParameter } from "./parameter.ts";
import { openParameters } from "./parameter-cases.ts";

/** What controls are made of. */
export interface Makings {
  readonly contract: Contract;
  readonly schemas: Schemas;
  readonly feed: Feed;
}

/**
 * The valid request of an operation: its documented example, else the smallest that its schemas allow, with ids that
 * exist. Where its body is refused, two others are tried. What changes or deletes something is only sent at what this run has made or was given.
 */
export function controlFor(makings: () => Makings, operation: Operation): ControlProbe {
  return {
    name: operation.id,
    run: async (context) => {
      const { feed } = makings();
      const isWrite = !["GET", "HEAD", "OPTIONS"].includes(operation.method);
      let call: Call = {
        operationId: operation.id,
        purpose: "a valid request",
        headers: { accept: acceptOf(operation) },
      };
      let lacks: string | undefined;
      let parents: Readonly<Record<string, string>> = {};
      for (const parameter of required(operation)) {
        const { name, in: place } = parameter;
        const isId = place === "path" || isIdName(name);
        const inherited = place === "path" ? parents[name] : undefined;
        const found =
          inherited === undefined && isId
            ? await feed.id(context, operation, name, isWrite)
            : undefined;
        if (place === "path") parents = { ...found?.parents, ...parents };
        const known = inherited ?? found?.value;
        if (known === undefined && isId && operation.method === "DELETE")
          return missingFixture(
            fixtureName(operation, name),
            "the run made nothing that it may delete, and none is configured",
          );
        const value = known ?? (await madeUp(context, makings(), operation, parameter));
        if (value === undefined)
          return untestable(
            `no valid value for \`${name}\` of ${operation.id} could be made; give an example in the contract, or the fixture \`${fixtureName(operation, name)}\``,
          );
        if (known === undefined && isId) lacks ??= fixtureName(operation, name);
        call = withParameter(call, parameter, value);
      }
      const { exchange, lacks: missing } = await sendBest(context, makings(), operation, call);
      lacks ??= missing;
      const isRefused = exchange.response !== undefined && !isSuccess(exchange.response);
      if (lacks === undefined || !isRefused) return { control: exchange };
      const reason = "no answer of the run showed a value that exists";
      return { control: exchange, lacks: { fixture: lacks, reason } };
    },
  };
}

/** So many bodies are tried until one is accepted. */
const mostTries = 3;

/** Sends a call with a documented body or one that fits, and where it is refused for what it contains with another. */
async function sendBest(
  context: ProbeContext,
  makings: Makings,
  operation: Operation,
  call: Call,
): Promise<{ readonly exchange: Exchange; readonly lacks?: string }> {
  if (operation.body === undefined) return { exchange: await context.send(call) };
  const { mediaType, required: isRequired } = operation.body;
  const { control, examples, minimal, full } = bodiesOf(
    makings.contract,
    makings.schemas,
    operation.body,
  );
  if (control === undefined) {
    if (!isRequired) return { exchange: await context.send(call) };
    return untestable(
      `no valid body for ${operation.id} could be made; give an example in the contract`,
    );
  }
  let first: { readonly exchange: Exchange; readonly lacks?: string } | undefined;
  for (const body of differing([control, ...examples.values(), minimal, full]).slice(
    0,
    mostTries,
  )) {
    const { value, lacks } = await withIds(context, makings, operation, body);
    const exchange = await context.send({ ...call, body: value, mediaType });
    const status = exchange.response?.status ?? 0;
    first ??= { exchange, ...(lacks !== undefined && { lacks }) };
    if (status < 400) return { exchange };
    if (!refusedForBody.includes(status)) break;
  }
  return first ?? { exchange: await context.send(call) };
}

const refusedForBody = [400, 409, 422];

const differing = (values: readonly unknown[]): readonly unknown[] => [
  ...new Map(
    values.filter((value) => value !== undefined).map((value) => [JSON.stringify(value), value]),
  ).values(),
];

/**
 * The parameters that a request cannot do without, and those of the path that nobody described. Those of the path come
 * from its end: an id is found together with its parents.
 */
function required(operation: Operation): readonly Parameter[] {
  const described = openParameters(operation).filter((one) => one.required || one.in === "path");
  const names = described.filter((one) => one.in === "path").map(({ name }) => name);
  const undescribed = [...operation.path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = ""]) =>
    names.includes(name) ? [] : [undescribedParameter(name)],
  );
  const at = ({ in: place, name }: Parameter): number =>
    place === "path" ? operation.path.indexOf(`{${name}}`) : -1;
  return [...described, ...undescribed].toSorted((a, b) => at(b) - at(a));
}

const undescribedParameter = (name: string): Parameter => ({
  name,
  in: "path",
  required: true,
  schema: { pointer: "", schema: { type: "string" } },
  owner: "",
  style: "simple",
  explode: false,
  json: false,
});

async function madeUp(
  context: ProbeContext,
  { contract, schemas }: Makings,
  operation: Operation,
  parameter: Parameter,
): Promise<unknown> {
  const {
    schema: { schema },
    owner,
  } = parameter;
  const [fixture] = await context.optionalFixture(fixtureName(operation, parameter.name));
  if (fixture !== undefined) return fixture;
  const shown = [
    ...examplesAt(contract, owner).map(([, value]) => value),
    ...documented(schemas.flat(schema)),
  ];
  return (
    shown.find((value) => schemas.fits(schema, value)) ??
    sampleOf(schemas, schema, { size: "full", without: "readOnly" })?.value
  );
}

/** A body whose required ids of other resources are such as exist, as far as the target shows them. */
async function withIds(
  context: ProbeContext,
  { schemas, feed }: Makings,
  operation: Operation,
  body: unknown,
): Promise<{ readonly value: unknown; readonly lacks?: string }> {
  const schema = schemas.flat(operation.body?.schema.schema ?? {});
  let value = body;
  let lacks: string | undefined;
  for (const name of arrayAt(schema, "required").map(String).filter(isIdName)) {
    const found = (await feed.id(context, operation, name, false))?.value;
    const changed = isObject(value) ? { ...value, [name]: found } : value;
    if (found !== undefined && schemas.fits(operation.body?.schema.schema ?? {}, changed))
      value = changed;
    else lacks ??= fixtureName(operation, name);
  }
  return { value, ...(lacks !== undefined && { lacks }) };
}

/** The media types of an operation's documented answers, JSON first; JSON where none is documented. */
function acceptOf({ responses }: Operation): string {
  const types = [...new Set([...responses.values()].flatMap(({ content }) => [...content.keys()]))];
  const sorted = types.toSorted((a, b) => Number(b.includes("json")) - Number(a.includes("json")));
  return sorted.length === 0 ? "application/json" : sorted.join(", ");
}
