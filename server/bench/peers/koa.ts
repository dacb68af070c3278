/**
 * The bare Koa server: it answers every request with the bytes and the headers that it is given, and looks at nothing.
 * The only argument is a JSON object: by method, what to answer.
 */
import type { AddressInfo } from "node:net";
import Koa from "koa";

/** What to answer. */
export interface Canned {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// as: the bench writes it, and it is of this type.
const answers = JSON.parse(process.argv[2] ?? "{}") as Readonly<Record<string, Canned>>;
const app = new Koa();
app.use((ctx) => {
  const answer = answers[ctx.method];
  if (answer === undefined) return;
  ctx.status = answer.status;
  ctx.set(answer.headers);
  ctx.body = answer.body;
});
const server = app.listen(0, "127.0.0.1", () => {
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
