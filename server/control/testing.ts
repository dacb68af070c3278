import type { ServerOptions } from "../main.ts";
import { caller, serve } from "../testing.ts";

/** A server with a control plane, and ways to call it and both APIs. */
export async function openBench(options: ServerOptions = {}) {
  const server = await serve({ control: 0, ...options });
  const { control, sahut, sarufi } = server;
  if (control === undefined) throw new Error("The server has no control plane.");
  return {
    ...server,
    url: control.url,
    control: caller(control.url, undefined),
    inbox: caller(sahut.url, sahut.demo.key),
    bot: caller(sarufi.url, sarufi.demo.key),
  };
}
