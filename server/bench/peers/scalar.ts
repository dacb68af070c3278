/** Scalar's mock server of the contract that the only argument names, served as its documentation does. */
import { readFile } from "node:fs/promises";
import { serve } from "@hono/node-server";
import { createMockServer } from "@scalar/mock-server";

const document: unknown = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
const app = await createMockServer({ document: document as object });
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
