import type { Contract, Operation } from "../../contract/contract.ts";
import { isSuccess } from "../../evidence.ts";
import { Untestable } from "../../obstacles.ts";
import type { ProbeContext } from "../../probe.ts";
import type { ControlProbe } from "../../suite.ts";
import { idIn } from "./found-id.ts";
import { evaluated, type LinkedValue } from "./links.ts";
import { fixtureName, lastWord, pathBefore, resourceOf, singular } from "./names.ts";

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
  ): Promise<string | number | undefined>;
}

/**
 * @param contract in the order of its calls: an operation is fed by earlier ones only, so that nothing waits for itself
 * @param controls of its operations
 */
export function feedFor(
  contract: Contract,
  links: readonly LinkedValue[],
  controls: Readonly<Record<string, ControlProbe>>,
): Feed {
  const operations = [...contract.operations.values()];
  return {
    async id(context, operation, name, own) {
      const [fixture] = await context.optionalFixture(fixtureName(operation, name));
      if (fixture !== undefined) return fixture;
      const earlier = operations.slice(0, operations.indexOf(operation));
      const isEarlier = (id: string): boolean => earlier.some((one) => one.id === id);
      const linked = links.filter(
        (one) => one.to === operation.id && one.parameter === name && isEarlier(one.from),
      );
      for (const { from, expression } of linked) {
        if (own && contract.operations.get(from)?.method === "GET") continue;
        const value = await answerOf(context, controls[from], (exchange) =>
          evaluated(expression, exchange),
        );
        if (typeof value === "string" || typeof value === "number") return value;
      }
      const resource = resourceOf(name, operation.path);
      for (const producer of producersOf(earlier, operation, name, resource, own)) {
        const value = await answerOf(context, controls[producer.id], (exchange) =>
          idIn(exchange, name, resource),
        );
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
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
  return [
    ...at("POST", isThere),
    ...(own ? [] : at("GET", isThere)),
    ...at("POST", isNamed),
    ...(own ? [] : at("GET", isNamed)),
  ];
}

async function answerOf<T>(
  context: ProbeContext,
  probe: ControlProbe | undefined,
  look: (exchange: Awaited<ReturnType<ControlProbe["run"]>>["control"]) => T,
): Promise<T | undefined> {
  if (probe === undefined) return undefined;
  try {
    const { control } = await context.use(probe);
    return control.response !== undefined && isSuccess(control.response)
      ? look(control)
      : undefined;
  } catch (error) {
    // It may not be sent, or lacks something itself: another one may show an id.
    if (error instanceof Untestable) return undefined;
    throw error;
  }
}
