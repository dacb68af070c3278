import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { served } from "./conformance/testing/cli.ts";
import { line } from "./server/fuzz/connection.ts";

type Server = Awaited<ReturnType<typeof served>>;

const portOf = ({ sahut }: Server) => Number(new URL(sahut.url).port);

/** A request that makes a contact. */
function request({ sahut }: Server, name: string): string {
  const body = JSON.stringify({ name });
  return `POST /v1/contacts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${sahut.key}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A request of which all but its last ten bytes have arrived: the server waits for them. */
async function halfSent(server: Server): Promise<{ socket: Socket; finish(): void }> {
  const whole = request(server, "Siti Rahma");
  const socket = connect(portOf(server), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  // What has been asked for before on the same connection has been read when its answer is there.
  socket.write(request(server, "Budi") + whole.slice(0, -10));
  await once(socket, "data");
  return { socket, finish: () => void socket.write(whole.slice(-10)) };
}

test("under load, every request that was sent is answered, and the last answer says so", async () => {
  const server = await served();
  let answered = 0;
  const told = Promise.withResolvers<void>();
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    const { exchange, close } = line(portOf(server));
    for (let n = 0; ; n += 1) {
      const outcome = await exchange(Buffer.from(request(server, `${lane} ${n}`)), "POST");
      if (typeof outcome === "string") throw new Error(`${lane} ${n}: ${outcome}`);
      expect([201, 429]).toContain(outcome.status);
      answered += 1;
      if (answered === 200) told.resolve();
      if (outcome.last) return close();
    }
  });
  await told.promise;
  const { code, stderr } = await server.terminate();
  await Promise.all(lanes);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("a request that is half sent when the server is to end is answered", async () => {
  const server = await served();
  const { socket, finish } = await halfSent(server);
  const rest = text(socket);
  server.signal("SIGTERM");
  // Whoever is refused here knows that the server has begun to end.
  await refused(portOf(server));
  finish();
  expect(await rest).toMatch(/^HTTP\/1\.1 201 Created/m);
  expect((await server.ended).code).toBe(0);
});

test("a second signal ends it at once", async () => {
  const server = await served();
  await halfSent(server);
  server.signal("SIGTERM");
  await refused(portOf(server));
  server.signal("SIGINT");
  expect((await server.ended).code).toBe(1);
});

/** Resolves once nobody listens there any more. */
async function refused(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const outcome = await Promise.race([
      once(socket, "connect").then(() => "connected"),
      once(socket, "close").then(
        () => "closed",
        () => "refused",
      ),
    ]).catch(() => "refused");
    socket.destroy();
    if (outcome === "refused") return;
  }
}
