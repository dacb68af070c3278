import { isUtf8 } from "node:buffer";
import type { Context } from "koa";
import { Problem } from "./problem.ts";
import { BodyError, readBody } from "./read-body.ts";

// Silent: how large a body may be. 1 MiB is far above anything that these APIs carry.
const LIMIT = 1024 * 1024;

// Silent: how deep it may be nested. The deepest that anybody writes, a flow, has a dozen levels; and
// all that walks a value afterwards, JSON.stringify too, may go down into it as it likes.
const DEPTH = 64;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The request's JSON object. Throws a `malformed` Problem for another media type, more than 1 MiB,
 * bytes that are not UTF-8, text that is not JSON, and JSON that is not an object or is nested more
 * than 64 levels deep.
 */
export async function readObject(ctx: Context, mediaTypes: readonly string[]): Promise<object> {
  const mediaType = mediaTypeOf(ctx.req.headers["content-type"] ?? "");
  if (!mediaTypes.includes(mediaType)) {
    const given = mediaType === "" ? "is missing" : `is ${mediaType}`;
    throw new Problem("malformed", `Content-Type ${given}; it must be ${mediaTypes.join(" or ")}`);
  }
  const body: unknown = ctx.state.body ?? parse(await readBytes(ctx));
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new Problem("malformed", "The body must be a JSON object");
  }
  if (isDeeper(body, DEPTH)) {
    throw new Problem("malformed", `The body is nested more than ${DEPTH} levels deep`);
  }
  return body;
}

function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(";");
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

/** Reads on to the end of a body that the operation does not take, within the same limit. */
export async function ignoreBody(ctx: Context): Promise<undefined> {
  const { headers } = ctx.req;
  const empty = headers["transfer-encoding"] === undefined && !Number(headers["content-length"]);
  if (!empty) await readBytes(ctx);
  return undefined;
}

export function parse(bytes: Buffer): unknown {
  try {
    if (isUtf8(bytes)) return JSON.parse(textOf(bytes));
  } catch {
    // It is refused just like what is no text.
  }
  throw new Problem("malformed", "The body is not valid JSON");
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString();
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** The bytes of the body; they can be read once, so they are kept for whoever asks again. */
export function readBytes(ctx: Context): Promise<Buffer> {
  ctx.state.bytes ??= readBody(ctx.req, LIMIT).catch((error: unknown) => {
    throw error instanceof BodyError ? new Problem("malformed", error.message) : error;
  });
  return ctx.state.bytes;
}
