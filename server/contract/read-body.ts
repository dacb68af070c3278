import type { IncomingMessage } from "node:http";

/** Why a body cannot be had. */
export class BodyError extends Error {
  override readonly name = "BodyError";
}

/**
 * The bytes of a request's body. Throws a BodyError when they are more than `limit`, or end before they are complete; what
 * is still to come is let through and dropped, so that the connection stays fit for the next request.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let length = 0;
  let over = false;
  const refuse = (reason: string) => {
    // An error costs more than a body: none is made for what comes after the end.
    if (over) return;
    over = true;
    reject(new BodyError(reason));
    request.off("data", take).resume();
  };
  const tooLarge = `The body is larger than ${limit} bytes`;
  function take(chunk: Buffer): void {
    length += chunk.length;
    if (length > limit) refuse(tooLarge);
    else chunks.push(chunk);
  }
  // Whoever has gone before we look is not heard to go: no event comes any more.
  if (request.destroyed) {
    refuse("The body ended early");
    return promise;
  }
  if (Number(request.headers["content-length"]) > limit) {
    refuse(tooLarge);
    return promise;
  }
  request.on("data", take);
  request.on("end", () => {
    over = true;
    resolve(whole(chunks));
  });
  request.on("error", () => refuse("The body ended early"));
  request.on("close", () => refuse("The body ended early"));
  return promise;
}

/** Most bodies come in one piece. */
function whole(chunks: readonly Buffer[]): Buffer {
  const [only, ...more] = chunks;
  return only !== undefined && more.length === 0 ? only : Buffer.concat(chunks);
}
