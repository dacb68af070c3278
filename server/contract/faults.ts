import type { Context, Next } from "koa";
import type { Outbound } from "../outbound/outbound.ts";
import { parse, readBytes } from "./body.ts";
import type { HandlerTable } from "./handlers.ts";

/** A deliberate fault, for proving that a conformance suite sees it. Never there in normal use. */
export interface Fault {
  /**
   * Runs around everything, with the operation that the request was routed to. Before `next()` it
   * may change `ctx.query`, `ctx.params`, `ctx.req.headers` and `ctx.state.body` (the parsed JSON,
   * or undefined when there is none); afterwards `ctx.status`, `ctx.body` and the answer's headers.
   */
  readonly around?: (
    operation: FaultyOperation | undefined,
    ctx: Context,
    next: Next,
  ) => Promise<void>;
  /** Replaces or wraps handlers. */
  readonly handlers?: (api: string, handlers: HandlerTable) => HandlerTable;
  /** Replaces or wraps the way to other machines, by which webhooks are told. */
  readonly outbound?: (send: Outbound) => Outbound;
}

export interface FaultyOperation {
  readonly api: string;
  readonly operationId: string;
}

/** Runs `around`, with the body parsed beforehand so that the fault can rewrite it. */
export async function runFault(
  around: NonNullable<Fault["around"]>,
  operation: FaultyOperation | undefined,
  ctx: Context,
  next: Next,
): Promise<void> {
  // What cannot be parsed is left for the server to refuse: it meets the same bytes again.
  ctx.state.body = await readBytes(ctx)
    .then(parse)
    .catch(() => undefined);
  await around(operation, ctx, next);
}
