/** Scalar's mock server of the contract that the only argument names, served as its documentation does. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { onDemand } from "../../../on-demand.ts";

/** What is used of the two packages, which are not there when types are checked. */
interface Scalar {
  createMockServer(options: { document: unknown }): Promise<{ readonly fetch: unknown }>;
}
interface Hono {
  serve(
    options: { fetch: unknown; hostname: string; port: number },
    listening: (address: { readonly port: number }) => void,
  ): void;
}

// as: their documentation says so.
const { createMockServer } = (await import(
  pathToFileURL(onDemand("@scalar/mock-server")).href
)) as Scalar;
// as: the same.
const { serve } = (await import(pathToFileURL(onDemand("@hono/node-server")).href)) as Hono;

const document: unknown = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
const { fetch } = await createMockServer({ document });
serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
