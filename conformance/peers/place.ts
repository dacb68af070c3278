import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Where `npm run bench:peers -- install` puts the tools: outside git and outside the package. */
export const peersFolder = join(root, ".peers");

/** The project's folder. */
export const projectFolder = root;

/** Where an npm package is installed, with those that it needs: a folder of its own. */
export const folderOf = (name: string): string =>
  join(peersFolder, "npm", name.replaceAll(/[@/]/g, "-"));

/** A file of an installed npm package. */
export const ofPackage = (name: string, file: string): string =>
  join(folderOf(name), "node_modules", name, file);

/** A program of the Python environment. */
export const ofPython = (program: string): string => join(peersFolder, "python/bin", program);

/** The installed version of an npm package; undefined where it is not installed. */
export function versionOf(name: string, file = ofPackage(name, "package.json")): string {
  if (!existsSync(file)) return "not installed";
  const { version } = JSON.parse(readFileSync(file, "utf8"));
  return String(version);
}
