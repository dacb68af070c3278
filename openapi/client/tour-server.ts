import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";

/** Serves on a free port of this machine until the test is over; returns the origin. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}`;
}

interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** What browsers ask of a server of another origin; `Retry-After` is among what they may hide. */
const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Expose-Headers": "Retry-After",
};

/** Serves what `tour.ts` visits; returns the base URL. */
export async function tourServer(): Promise<string> {
  let refusals = 0;
  const reply = (request: IncomingMessage): Reply | undefined => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    switch (`${request.method} ${pathname}`) {
      case "GET /conversations":
        if (searchParams.has("assignee_id")) return errorReply(404, "not_found");
        return searchParams.get("page") === "2" ? page("conv_3") : page("conv_1", "conv_2");
      case "POST /conversations":
        refusals += 1;
        return refusals > 1
          ? { status: 201, body: { data: { id: "conv_4" } } }
          : errorReply(429, "rate_limited", { "Retry-After": "0" });
      case "GET /conversations/missing":
        return errorReply(404, "not_found");
      case "GET /conversations/faulty":
        return { status: 502, body: "Bad gateway" };
      case "GET /conversations/silent":
        return undefined;
      default:
        return errorReply(400, "bad_request");
    }
  };
  return listen((request, response) => {
    if (request.method === "OPTIONS") return response.writeHead(204, cors).end();
    const answer =
      request.headers.authorization === "Bearer k"
        ? reply(request)
        : errorReply(401, "unauthorized");
    if (answer === undefined) return;
    const { status, body, headers } = answer;
    const type = { "Content-Type": typeof body === "string" ? "text/plain" : "application/json" };
    response.writeHead(status, { ...cors, ...type, ...headers });
    return response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
}

const page = (...ids: string[]): Reply => ({
  status: 200,
  body: { data: ids.map((id) => ({ id })), meta: { total_pages: 2 } },
});

const errorReply = (status: number, code: string, headers?: Record<string, string>): Reply => ({
  status,
  body: { error: { status, code, message: "A reason." } },
  ...(headers && { headers }),
});
