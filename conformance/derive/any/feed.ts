import type { Contract, Operation } from "../../contract/contract.ts";
import { isSuccess } from "../../evidence.ts";
import type { Exchange } from "../../model.ts";
import { Untestable } from "../../obstacles.ts";
import type { ProbeContext } from "../../probe.ts";
import type { ControlProbe } from "../../suite.ts";
import type { Schemas } from "../values/schemas.ts";
import { idIn, idMentioned } from "./found-id.ts";
import { evaluated, type LinkedValue } from "./links.ts";
import { fixtureName, lastWord, pathBefore, resourceOf, singular } from "./names.ts";

/** An id, and the parents that it was found below: `/pets/1/toys/7` is not `/pets/2/toys/7`. */
export interface FedId {
  readonly value: string | number;
  readonly parents: Readonly<Record<string, string>>;
}

/** Where ids come from: what the user gives, and the controls of operations that are called earlier. */
export interface Feed {
  /**
   * An id that exists on the target; undefined where none was shown.
   * @param own whether only what this run made will do, as for what is changed or deleted
   */
  id(
    context: ProbeContext,
    operation: Operation,
    name: string,
    own: boolean,
  ): Promise<FedId | undefined>;
}

/**
 * @param contract in the order of its calls: an operation is fed by earlier ones only, so that nothing waits for itself
 * @param controls of its operations
 */
export function feedFor(
  contract: Contract,
  schemas: Schemas,
  links: readonly LinkedValue[],
  controls: Readonly<Record<string, ControlProbe>>,
): Feed {
  const operations = [...contract.operations.values()];
  // An answer may show what its own contract does not allow: asked for by that, nothing can be learnt.
  const isFitting = ({ parameters }: Operation, name: string, value: string | number): boolean => {
    const schema = parameters.find((one) => one.name === name)?.schema.schema ?? {};
    return [value, String(value), Number(value)].some((one) => schemas.fits(schema, one));
  };
  return {
    async id(context, operation, name, own) {
      const [fixture] = await context.optionalFixture(fixtureName(operation, name));
      if (fixture !== undefined) return { value: fixture, parents: {} };
      const earlier = operations.slice(0, operations.indexOf(operation));
      const resource = resourceOf(name, operation.path);
      const sources: readonly Source[] = [
        ...linkSources(links, operation, name, earlier, own),
        ...producersOf(earlier, operation, name, resource, own).map(
          ({ id }): Source => [id, (exchange) => idIn(exchange, name, resource)],
        ),
        // Lists tell of much else by the way.
        ...(own ? [] : earlier)
          .filter(({ method, path }) => method === "GET" && !path.includes("{"))
          .map(({ id }): Source => [id, (exchange) => idMentioned(exchange, name, resource)]),
      ];
      for (const [id, look] of sources) {
        const found = await idFrom(context, controls[id], look);
        if (found !== undefined && isFitting(operation, name, found.value)) return found;
      }
      return undefined;
    },
  };
}

type Source = readonly [operation: string, look: (exchange: Exchange) => unknown];

/** What the document itself says comes first. */
function linkSources(
  links: readonly LinkedValue[],
  operation: Operation,
  name: string,
  earlier: readonly Operation[],
  own: boolean,
): readonly Source[] {
  return links.flatMap(({ from, to, parameter, expression }): readonly Source[] => {
    const source = earlier.find((one) => one.id === from);
    if (to !== operation.id || parameter !== name || source === undefined) return [];
    return own && source.method === "GET"
      ? []
      : [[from, (exchange) => evaluated(expression, exchange)]];
  });
}

/** What makes or lists the resource: first at the path before the parameter, then wherever the resource has its name. */
function producersOf(
  earlier: readonly Operation[],
  { path }: Operation,
  name: string,
  resource: string,
  own: boolean,
): readonly Operation[] {
  const before = path.includes(`{${name}}`) ? pathBefore(path, name) : undefined;
  const at = (method: string, test: (other: Operation) => boolean): readonly Operation[] =>
    earlier.filter((other) => other.method === method && test(other));
  const isThere = (other: Operation): boolean => other.path === before;
  const isNamed = (other: Operation): boolean =>
    resource !== "" && singular(lastWord(other.path)) === resource && !other.path.endsWith("}");
  const made = [...at("POST", isThere), ...at("POST", isNamed)];
  // What has been there for a while has more to show than what was made a moment ago.
  return own
    ? made
    : [...at("GET", isThere), ...at("POST", isThere), ...at("GET", isNamed), ...made];
}

async function idFrom(
  context: ProbeContext,
  probe: ControlProbe | undefined,
  look: (exchange: Exchange) => unknown,
): Promise<FedId | undefined> {
  if (probe === undefined) return undefined;
  try {
    const { control } = await context.use(probe);
    const isGood = control.response !== undefined && isSuccess(control.response);
    const value = isGood ? look(control) : undefined;
    const isId = typeof value === "string" || typeof value === "number";
    return isId ? { value, parents: control.call.path ?? {} } : undefined;
  } catch (error) {
    // It may not be sent, or lacks something itself: another one may show an id.
    if (error instanceof Untestable) return undefined;
    throw error;
  }
}
