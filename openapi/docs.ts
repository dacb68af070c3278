import { join } from "node:path";
import { decisionsPage } from "./docs/decisions-page.ts";
import { DocsError } from "./docs/docs-error.ts";
import { landingPage, type Shown } from "./docs/landing.ts";
import { overviewOf } from "./docs/overview.ts";
import { referencePage } from "./docs/reference.ts";
import type { DocumentedRequirement } from "./docs/requirement.ts";
import { requirementsPage } from "./docs/requirements-page.ts";
import { listApis, readApi } from "./generate/api.ts";
import { ContractError } from "./generate/contract-error.ts";
import { compareFolder, mendFolder } from "./generate/folder.ts";

export interface DocsOptions {
  /** The folder that holds `openapi/` and `generated/`. Default: this project. */
  readonly root?: string;
  /** All that is required of an API; none where nothing is. */
  readonly requirementsOf: (api: string) => Promise<readonly DocumentedRequirement[]>;
}

/** What came of building the docs. `files` are relative to `folder`. */
export type Docs =
  | {
      readonly outcome: "built";
      readonly folder: string;
      readonly files: readonly { readonly path: string; readonly bytes: number }[];
      readonly milliseconds: number;
    }
  | { readonly outcome: "broken"; readonly problem: ContractError | DocsError };

/**
 * Builds the documentation of every API under `openapi/` as a static site in `generated/docs/`: a landing page, and
 * for each API its reference, its contract in one file and, where there are any, its requirements. Nothing is written unless all of it can
 * be, and what an earlier build left over is removed.
 *
 * @example
 * const docs = await buildDocs({ requirementsOf: async () => [] });
 * if (docs.outcome === "built") console.log(`${docs.folder}/index.html`);
 */
export async function buildDocs(options: DocsOptions): Promise<Docs> {
  const { root = join(import.meta.dirname, ".."), requirementsOf } = options;
  const start = performance.now();
  try {
    const names = await listApis(root);
    const built = await Promise.all(names.map((name) => apiPages(root, name, requirementsOf)));
    const texts = new Map(built.flatMap(({ pages }) => pages));
    texts.set(
      "index.html",
      landingPage(built.map(({ documented }) => documented).sort(promisedFirst)),
    );
    const folder = join(root, "generated", "docs");
    await mendFolder(folder, texts, await compareFolder(folder, texts));
    const files = [...texts].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) }));
    const milliseconds = Math.round(performance.now() - start);
    return { outcome: "built", folder, files: files.sort(indexFirst), milliseconds };
  } catch (error) {
    if (error instanceof ContractError || error instanceof DocsError) {
      return { outcome: "broken", problem: error };
    }
    throw error;
  }
}

async function apiPages(
  root: string,
  name: string,
  requirementsOf: DocsOptions["requirementsOf"],
): Promise<{ documented: Shown; pages: [path: string, text: string][] }> {
  const api = await readApi(root, name);
  const overview = overviewOf(api);
  const requirements = api.promised ? await requirementsOf(name) : undefined;
  const file = "the contract as [one file](openapi.json)";
  const note = requirements
    ? `**Requirements.** [All ${requirements.length}](requirements.html) with their levels and sources; ${file}.`
    : `**Download** ${file}.`;
  return {
    documented: { overview, requirements },
    pages: [
      [`${name}/index.html`, await referencePage(api, overview, note)],
      ...(requirements
        ? [
            page(`${name}/requirements.html`, requirementsPage({ overview, requirements })),
            page(`${name}/decisions.html`, decisionsPage({ overview, requirements })),
          ]
        : []),
      [`${name}/openapi.json`, `${JSON.stringify(api.contract, null, 2)}\n`],
    ],
  };
}

const page = (path: string, text: string): [path: string, text: string] => [path, text];

/** What deployments are judged by, then our own tools. */
const promisedFirst = (a: Shown, b: Shown): number =>
  Number(b.requirements !== undefined) - Number(a.requirements !== undefined);

/** What is opened first, then by name. */
const indexFirst = (a: { path: string }, b: { path: string }): number =>
  Number(b.path === "index.html") - Number(a.path === "index.html") || (a.path < b.path ? -1 : 1);

/** What building the docs says to people, and its exit code: 0 built, 2 not. */
export function describeDocs(docs: Docs): { text: string; exitCode: 0 | 2 } {
  if (docs.outcome === "broken") return { text: docs.problem.message, exitCode: 2 };
  const lines = docs.files.map(
    ({ path, bytes }) => `generated/docs/${path}  ${Math.ceil(bytes / 1024)} KiB`,
  );
  const seconds = (docs.milliseconds / 1000).toFixed(1);
  return {
    text: [
      ...lines,
      `Built in ${seconds} s. Open ${join(docs.folder, "index.html")} in a browser,`,
      "or run `npm start` and go to http://127.0.0.1:4010/docs.",
    ].join("\n"),
    exitCode: 0,
  };
}
