import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../listen.ts";
import { BodyError, readBody } from "./read-body.ts";

/** A request of which only a part has come, from somebody who may go. */
async function begun(): Promise<{ request: IncomingMessage; leave: () => void }> {
  const server = createServer();
  await listen(server, 0, "127.0.0.1");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port.");
  const socket = connect(address.port, "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  socket.on("error", () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 20\r\n\r\n{"content":');
  const [request] = await once(server, "request");
  return { request, leave: () => socket.resetAndDestroy() };
}

test("a body that is never complete, since the sender leaves, is an error", async () => {
  const { request, leave } = await begun();
  const read = readBody(request, 100);
  leave();
  await expect(read).rejects.toThrow(new BodyError("The body ended early"));
});

test("nobody waits for the body of a sender who has left before it is asked for", async () => {
  const { request, leave } = await begun();
  request.on("error", () => undefined);
  const gone = new Promise((resolve) => request.on("close", resolve));
  leave();
  await gone;
  await expect(readBody(request, 100)).rejects.toThrow(new BodyError("The body ended early"));
});
