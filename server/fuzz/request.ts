import fc from "fast-check";
import { hostileBody } from "./hostile.ts";
import { type Fuzzed, operations } from "./operations.ts";
import { fittingBody, nearBody } from "./request-body.ts";
import { key, mediaType, strangeHeader, strangeKey, strangeMediaType } from "./request-headers.ts";
import { fittingQuery, hostilePath, hostileQuery, type Path, path } from "./request-target.ts";

/** `valid` fits the contract, `near` breaks it in one place, `hostile` in whatever way HTTP can carry. */
export type Kind = "valid" | "near" | "hostile";

/** A request that HTTP can carry. */
export interface FuzzedRequest {
  readonly operation: Fuzzed;
  readonly kind: Kind;
  readonly method: string;
  readonly path: Path;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
}

/** Everything deleted leaves less to ask for, and a reset costs as much as a hundred requests. */
const weightOf = ({ method, api, operationId }: Fuzzed) => {
  if (operationId === "reset" || operationId === "clearFailures") return 1;
  if (operationId === "addFailure" || operationId === "advanceClock") return 4;
  return method === "DELETE" ? 3 : api === "control" ? 8 : 30;
};

/** Any request of any operation. */
export const fuzzedRequest: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  ...operations.map((operation) => ({
    weight: weightOf(operation),
    arbitrary: fc.oneof(
      { weight: 5, arbitrary: valid(operation) },
      { weight: 4, arbitrary: near(operation) },
      { weight: 3, arbitrary: hostile(operation) },
    ),
  })),
);

function valid(operation: Fuzzed): fc.Arbitrary<FuzzedRequest> {
  return fc.record({
    operation: fc.constant(operation),
    kind: fc.constant<Kind>("valid"),
    method: fc.constant(operation.method),
    path: path(operation),
    query: fittingQuery(operation),
    headers: key(operation).map((held) => [...held, ...mediaType(operation)]),
    body: operation.body === undefined ? fc.constant(undefined) : fittingBody(operation),
  });
}

function near(operation: Fuzzed): fc.Arbitrary<FuzzedRequest> {
  const sound = valid(operation);
  const changed = <Part extends Partial<FuzzedRequest>>(part: fc.Arbitrary<Part>) =>
    fc.tuple(sound, part).map(([request, change]): FuzzedRequest => {
      return { ...request, ...change, kind: "near" };
    });
  const head = fc
    .tuple(key(operation), strangeHeader)
    .map(([held, header]) => [...held, ...mediaType(operation), header]);
  return fc.oneof(
    { weight: 1, arbitrary: changed(fc.record({ query: hostileQuery(operation) })) },
    { weight: 1, arbitrary: changed(fc.record({ headers: head })) },
    { weight: 1, arbitrary: changed(fc.record({ path: hostilePath(operation) })) },
    {
      weight: operation.body === undefined ? 0 : 4,
      arbitrary: changed(fc.record({ body: nearBody(operation) })),
    },
  );
}

function hostile(operation: Fuzzed): fc.Arbitrary<FuzzedRequest> {
  return fc.record({
    operation: fc.constant(operation),
    kind: fc.constant<Kind>("hostile"),
    method: fc.oneof(
      { weight: 4, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: fc.constantFrom("OPTIONS", "HEAD", "PUT", "TRACE", "PURGE") },
    ),
    path: fc.oneof(path(operation), hostilePath(operation)),
    query: hostileQuery(operation),
    headers: fc
      .tuple(strangeKey(operation), strangeMediaType, fc.array(strangeHeader, { maxLength: 3 }))
      .map((parts) => parts.flat()),
    body: fc.option(hostileBody, { nil: undefined, freq: 3 }),
  });
}
