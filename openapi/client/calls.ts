import type { FetchOptions, Middleware } from "openapi-fetch";
import type { Answer } from "./answer.ts";

/** The methods that an operation may have, as a contract writes them. */
export const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;

export type Method = (typeof methods)[number];

/**
 * A client with a function for each HTTP method that the contract has.
 *
 * @template Paths the contract's `paths`, by openapi-typescript
 * @template M the methods that the contract has
 * @template Lists the paths of the lists that can be walked, with what they hold
 */
export type Client<Paths, M extends Method, Lists> = {
  [Each in M as Uppercase<Each>]: Call<Paths, Each>;
} & {
  /** Adds middleware of openapi-fetch; it sees a call once, however often it is sent. */
  use(...middleware: Middleware[]): void;
  /** Removes it. */
  eject(...middleware: Middleware[]): void;
} & (keyof Lists extends never ? unknown : { pages: Pages<Paths, Lists> });

/** Calls an operation; members that the contract does not name are refused. */
type Call<Paths, M extends Method> = <Path extends PathsWith<Paths, M>>(
  path: Path,
  ...options: Init<OperationAt<Paths, Path, M>>
) => Promise<Answer<OperationAt<Paths, Path, M>>>;

/**
 * Walks through a list, item by item, and asks for a page when its turn comes. A loop has no place
 * for an error beside the items: a page that cannot be had throws a `PageError` with its answer.
 */
type Pages<Paths, Lists> = <Path extends keyof Lists & keyof Paths>(
  path: Path,
  ...options: Init<OperationAt<Paths, Path, "get">>
) => AsyncGenerator<Lists[Path], void, undefined>;

/** What a list holds, whose answer keeps its items in a member of the body. */
export type ItemOf<Operation, Member extends string> = ItemIn<Answer<Operation>, Member>;

type ItemIn<One, Member extends string> = One extends {
  data: { [Name in Member]?: readonly (infer Item)[] };
}
  ? Item
  : never;

type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, object> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, M extends Method> =
  Paths[Path] extends Record<M, infer Operation> ? Operation : never;

/** Parameters, body and the rest of a request, such as an abort signal. */
type Options<Operation> = Omit<FetchOptions<Operation>, "parseAs" | "fetch">;

/** They may be left out where the contract requires none. */
type Init<Operation> =
  Record<never, never> extends Options<Operation>
    ? [options?: Options<Operation>]
    : [options: Options<Operation>];
