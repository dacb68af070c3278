import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
} from "node:http";

/**
 * What a client may take of the server. Beyond it, and for what is no HTTP, the server answers outside
 * of the contract, without a body, and closes the connection: 400 for what is no HTTP, 408 for what
 * comes too slowly, 413 for chunks with too much beside their content, 417 for an expectation that it
 * does not know, 431 for a head that is too large.
 */
export interface Limits {
  /** How long the head of a request may take. Default 10 s. */
  readonly headersMs: number;
  /** How long a whole request may take, with its body. Default 30 s. */
  readonly requestMs: number;
  /** How often both are looked after. Default 1 s. */
  readonly checkMs: number;
  /**
   * How long a connection is kept for the next request. Default 65 s: longer than balancers keep
   * theirs, so that none sends a request into a connection that is being closed.
   */
  readonly keepAliveMs: number;
  /** How long nothing may move on a connection, an answer that nobody reads included. Default 5 min. */
  readonly silenceMs: number;
  /** The request line and all headers. Default 16 KiB. */
  readonly headBytes: number;
  /** How many headers a request may have. Default 100. */
  readonly headers: number;
  /** How many connections are open at once; any more are closed at once. Default 4,096. */
  readonly connections: number;
}

// Silent: all of these. They are far above what these APIs need; the body's is in `contract/body.ts`.
export const defaultLimits: Limits = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 1_000,
  keepAliveMs: 65_000,
  // Longer than a turn of a chat, whose twenty calls may take 10 s each.
  silenceMs: 300_000,
  headBytes: 16 * 1024,
  headers: 100,
  connections: 4_096,
};

/** A server that keeps to the limits, and listens nowhere yet. */
export function limitedServer(answer: RequestListener, limits: Limits): Server {
  const options: ServerOptions = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: limits.keepAliveMs,
    maxHeaderSize: limits.headBytes,
  };
  const server = createServer(options, (request, response) => {
    const refused = request.rawHeaders.length > 2 * limits.headers ? 431 : misaddressed(request);
    if (refused === undefined) answer(request, response);
    else response.writeHead(refused, { Connection: "close" }).end();
  });
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silenceMs);
  // By itself it would leave out those above the limit, and go on as if nobody had sent them.
  server.maxHeadersCount = limits.headers + 1;
  return server;
}

/** Node's parser lets through what cannot be read as an address. */
function misaddressed({ url = "" }: IncomingMessage): 400 | undefined {
  return url.startsWith("/") || URL.canParse(url, "http://localhost") ? undefined : 400;
}
