import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { readSeedData } from "./read.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "generated");

/**
 * Derives two files in `generated/`: `seed-data.ts`, the types of a seed-data file, from its schema; and `demo.json`, the
 * demo as a server reads it a hundred times as fast as YAML. With `--check` nothing is written, and the exit code is 1 when
 * something is stale.
 */
async function main(flags: readonly string[]): Promise<void> {
  const texts = { "seed-data.ts": await types(), "demo.json": await demo() };
  const stale: string[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const before = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (before !== text) stale.push(name);
  }
  if (flags.includes("--check")) {
    for (const name of stale) console.log(`stale: generated/${name}`);
    if (stale.length > 0) console.log("`npm run generate` mends this.");
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const [name, text] of Object.entries(texts)) {
    if (!stale.includes(name)) continue;
    await writeFile(join(folder, name), text);
    console.log(`wrote generated/${name}`);
  }
}

async function types(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, "schema.json"), "utf8");
  // as: the schema is written by us, and has its definitions there.
  const { $defs } = JSON.parse(text.replaceAll("#/$defs/", "#/components/schemas/")) as {
    $defs: Record<string, object>;
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Seed data", version: "1" },
    paths: {},
    components: { schemas: $defs },
  } as OpenAPI3; // as: JSON Schema 2020-12, which OpenAPI 3.1 has for its schemas.
  const nodes = await openapiTypescript(document, {
    silent: true,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  return `// Generated from server/seed-data/schema.json by openapi-typescript. Do not edit: \`npm run generate\`.\n${astToString(nodes)}`;
}

async function demo(): Promise<string> {
  const data = await readSeedData(join(root, "server", "demo", "demo.yaml"));
  return `${JSON.stringify(data)}\n`;
}

await main(process.argv.slice(2));
