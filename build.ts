/**
 * Builds `dist/`, which is what the package holds: JavaScript and types in the same folders as the
 * sources, so that a file finds its neighbours in both, and the files that are read at run time.
 */
import { execFileSync } from "node:child_process";
import { chmod, cp, glob, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = import.meta.dirname;
const dist = join(root, "dist");

/** Read at run time, and not by `import`, or not by one that the compiler would follow. */
const data = [
  "generated/*/contract.json",
  "generated/*/validators.js",
  "generated/demo.json",
  "server/seed-data/schema.json",
  "openapi/*/requirements.yaml",
  "conformance/report/report.schema.json",
];

/** What the compiler makes along the way: the generator's tools. */
const superfluous = [
  "openapi/generate*",
  "openapi/docs*",
  "openapi/mock*",
  "openapi/workflows*",
  "generated/seed-data*",
  // What a check costs is measured in a checkout.
  "conformance/bench",
];

await rm(dist, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
for await (const path of glob(data, { cwd: root })) await cp(join(root, path), join(dist, path));
// Contracts are indented for those who read them here; there, programs do.
for await (const path of glob("generated/*/contract.json", { cwd: dist })) {
  const file = join(dist, path);
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, "utf8"))));
}
for await (const path of glob(superfluous, { cwd: dist })) {
  await rm(join(dist, path), { recursive: true, force: true });
}
const importable = await typesFrom(exportedTypes());
for await (const path of glob("**/*.d.ts", { cwd: dist })) {
  if (!importable.has(join(dist, path))) await rm(join(dist, path));
}
await chmod(join(dist, "cli.js"), 0o755);

/** The types that package.json exports, as absolute paths. */
function exportedTypes(): readonly string[] {
  const { exports } = createRequire(import.meta.url)("./package.json");
  return Object.values<string | { types?: string }>(exports).flatMap((entry) =>
    typeof entry === "object" && entry.types !== undefined ? [join(root, entry.types)] : [],
  );
}

/** These files, and all that they lead to: no program can import the types of any other. */
async function typesFrom(files: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set(files);
  for (const file of found) {
    const text = await readFile(file, "utf8");
    for (const [, path = ""] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.(?:js|ts)"/g))
      found.add(join(dirname(file), `${path}.d.ts`));
  }
  return found;
}
