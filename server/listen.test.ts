import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { open } from "./listen.ts";

const request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

test("a request that has arrived when the server no longer lingers, but is not read yet, is answered", async () => {
  const place = { port: 0, host: "127.0.0.1", flag: "--port" };
  const { url, stop } = await open((_, response) => response.end("answered"), place);
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(request);
  await once(socket, "data");
  const lingerMs = 5;
  const stopped = stop({ lingerMs });
  socket.write(request);
  // Nothing is read while this computes, until the time to linger is over.
  const start = performance.now();
  while (performance.now() - start < 10 * lingerMs);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK.*Connection: close.*answered/s);
  await stopped;
});
