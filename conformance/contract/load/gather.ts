import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nearestName, UsageError } from "../../usage.ts";
import { below, isObject, type JsonObject, pointerOf, resolvePointer } from "../json.ts";
import { readValue } from "./read-file.ts";
import { namesNear, referencesIn, withReferences } from "./references.ts";

/**
 * Reads a document and all files that it refers to, as one document. A further file is put in whole, below
 * `x-files`, and what refers to it refers there: cycles stay what they are, and nothing is copied twice.
 * @param file the path as the user gave it, which also names it in errors
 * @throws UsageError for a file that cannot be read, and for a reference that leads nowhere
 */
export async function gather(file: string): Promise<JsonObject> {
  const files = new Map<string, { readonly place: string; readonly value: unknown }>();
  const read = async (path: string, place: string): Promise<void> => {
    const value = await readValue(path, place);
    files.set(path, { place, value });
    for (const [pointer, ref] of referencesIn(value)) {
      const other = fileOf(ref, path, `${place}#${pointer}`);
      if (other !== undefined && !files.has(other)) await read(other, named(ref, place));
    }
  };
  const root = resolve(file);
  await read(root, file);
  for (const [path, { place, value }] of files) checkReferences(path, place, value, files);
  const [, ...others] = [...files.keys()];
  const locationOf = (path: string): string =>
    path === root ? "#" : `#${below("", "x-files", others.indexOf(path))}`;
  const placed = (path: string): unknown =>
    withReferences(files.get(path)?.value, (ref) => {
      const other = fileOf(ref, path, "") ?? path;
      return `${locationOf(other)}${encodeURI(pointerOf(fragmentOf(ref)))}`;
    });
  const whole = placed(root);
  if (!isObject(whole)) throw new UsageError(`The contract ${file} is no OpenAPI document.`);
  return others.length === 0 ? whole : { ...whole, "x-files": others.map(placed) };
}

const fragmentOf = (ref: string): string => (ref.includes("#") ? ref.slice(ref.indexOf("#")) : "#");

const named = (ref: string, place: string): string =>
  `${dirname(place) === "." ? "" : `${dirname(place)}/`}${ref.split("#")[0]}`.replaceAll(
    "/./",
    "/",
  );

/** The file that a reference leads to; undefined within its own. */
function fileOf(ref: string, from: string, place: string): string | undefined {
  const [path = ""] = ref.split("#");
  if (path === "") return undefined;
  if (path.startsWith("file:")) return fileURLToPath(path);
  if (/^[a-z][a-z+.-]*:/i.test(path))
    throw new UsageError(
      `${place} refers to ${ref}, on the network. Concordat talks to nothing but the deployment: download it, and refer to the file.`,
    );
  return resolve(dirname(from), decodeURI(path));
}

function checkReferences(
  path: string,
  place: string,
  value: unknown,
  files: ReadonlyMap<string, { readonly place: string; readonly value: unknown }>,
): void {
  for (const [pointer, ref] of referencesIn(value)) {
    const other = files.get(fileOf(ref, path, place) ?? path);
    const fragment = fragmentOf(ref).slice(1);
    if (fragment !== "" && !fragment.startsWith("/"))
      throw new UsageError(
        `${place}#${pointer} refers to ${ref}, by an anchor. Concordat follows JSON pointers, such as #/components/schemas/Pet.`,
      );
    if (resolvePointer(other?.value, pointerOf(`#${fragment}`)) !== undefined) continue;
    const { wanted, known } = namesNear(other?.value, pointerOf(`#${fragment}`));
    throw new UsageError(
      `${place}#${pointer} refers to ${ref}, which leads nowhere: there is no \`${wanted}\`.${nearestName(wanted, known)}`,
    );
  }
}
