import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dot } from "../../html/page.ts";
import type { Api } from "../generate/api.ts";
import { type JsonObject, objectOf } from "../generate/json.ts";
import type { Overview } from "./overview.ts";
import { wayBack, withoutRemotePictures } from "./pictures.ts";
import { redocly } from "./redocly.ts";
import { accent } from "./style.ts";

/**
 * The reference of an API as one page: Redoc, with its scripts in it.
 *
 * @param note Markdown that follows the contract's own description
 * @throws {DocsError} when Redocly's command line is not installed, or fails
 */
export async function referencePage(api: Api, { title }: Overview, note: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-docs-"));
  try {
    await writeFile(join(folder, "openapi.json"), JSON.stringify(shown(api.contract, note)));
    const options = {
      title,
      template: join(import.meta.dirname, "redoc.hbs"),
      "templateOptions.icon": dot(accent),
      openapi: JSON.stringify({ jsonSamplesExpandLevel: "all" }),
      output: "page.html",
    };
    const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    await redocly(["build-docs", "openapi.json", "--inlineBundle", ...flags], folder);
    return withoutRemotePictures(await readFile(join(folder, "page.html"), "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The contract, with the ways to the other pages. */
function shown(contract: JsonObject, note: string): JsonObject {
  const info = objectOf(contract.info);
  return {
    ...contract,
    info: {
      ...info,
      description: `${info.description ?? ""}\n\n${note}`,
      "x-logo": { url: wayBack, href: "../index.html", altText: "All APIs" },
    },
  };
}
