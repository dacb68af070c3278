import { randomUUID } from "node:crypto";
import type { Context, Middleware } from "koa";
import { withoutSecrets } from "./secrets.ts";

/** What the log says of a request. Neither its address nor its headers, where keys and names may be. */
export interface RequestLine {
  /** What its `X-Request-Id` says, if that is fit to be logged; else made up. The answer has it, too. */
  readonly id: string;
  readonly method: string;
  readonly api?: string;
  /** Absent where no operation takes it. */
  readonly operation?: string;
  /** Absent where the key is not known. */
  readonly workspace?: string;
  readonly status: number;
  /** From the head of the request to the end of the answer. */
  readonly ms: number;
  /** The client was gone before the answer was out. */
  readonly aborted?: true;
  readonly content?: unknown;
}

export interface RequestLogOptions {
  /** Log query and bodies, too. */
  readonly content: boolean;
}

/** Logs each request, once its answer is out or its client gone. */
export function requestLog(
  log: (line: RequestLine) => void,
  { content }: RequestLogOptions,
): Middleware {
  return (ctx, next) => {
    const start = performance.now();
    const given = ctx.get("X-Request-Id");
    const id = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    ctx.set("X-Request-Id", id);
    ctx.res.once("close", async () => {
      const ms = Math.round((performance.now() - start) * 10) / 10;
      const { status, aborted } = fate(ctx);
      const line = { id, method: ctx.method, ...routeOf(ctx), status, ms, ...aborted };
      log(content ? { ...line, content: await contentOf(ctx) } : line);
    });
    return next();
  };
}

function fate({ res }: Context): { status: number; aborted?: { aborted: true } } {
  const { statusCode: status, writableFinished } = res;
  return writableFinished ? { status } : { status, aborted: { aborted: true } };
}

function routeOf({ state }: Context): Pick<RequestLine, "api" | "operation" | "workspace"> {
  // as: the responder, and what stands before it, keep these here; what nobody has routed has none.
  const { target, workspaceId } = state as {
    target?: { api: string; operationId: string | undefined };
    workspaceId?: string;
  };
  return {
    ...(target && { api: target.api }),
    ...(target?.operationId && { operation: target.operationId }),
    ...(workspaceId && { workspace: workspaceId }),
  };
}

async function contentOf(ctx: Context): Promise<unknown> {
  // as: where the body has been read, its bytes are kept here.
  const reading = ctx.state.bytes as Promise<Uint8Array> | undefined;
  const bytes = await reading?.catch(() => undefined);
  return withoutSecrets({
    query: { ...ctx.query },
    ...(bytes && { body: parsed(bytes) }),
    // An answer that was remembered is text, in which no secret would be found.
    answer: typeof ctx.body === "string" ? parsed(Buffer.from(ctx.body)) : ctx.body,
  });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return `${bytes.length} bytes that are no JSON`;
  }
}
