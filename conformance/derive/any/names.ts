import type { Operation } from "../../contract/contract.ts";

/** A name without case, hyphens and underscores: `petId`, `pet_id` and `Pet-ID` are one. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** `pets` and `pet`, `categories` and `category` are one. */
export const singular = (word: string): string =>
  plain(word)
    .replace(/ies$/, "y")
    .replace(/(s|x|ch|sh)es$/, "$1")
    .replace(/([^s])s$/, "$1");

/** The part of a path before a parameter of it: `/pets` of `/pets/{petId}/toys`. */
export function pathBefore(path: string, parameter: string): string {
  const end = path.indexOf(`{${parameter}}`);
  return end < 0 ? path : path.slice(0, end).replace(/\/$/, "");
}

/** The last word of a path that is no parameter: `pets` of `/pets/{petId}`. */
export const lastWord = (path: string): string =>
  path.split("/").findLast((step) => step !== "" && !step.includes("{")) ?? "";

/** Names that mean nothing without the resource that they belong to. */
const bare = ["id", "uuid", "guid", "slug", "name", "key", "code"];

/** What a name of an id speaks of: `pet` of `petId`; of a bare `id` what stands before it in the path. */
export function resourceOf(name: string, path: string): string {
  if (!bare.includes(plain(name)))
    return singular(plain(name).replace(/(id|uuid|guid|slug|name|key)$/, "") || name);
  return singular(lastWord(pathBefore(path, name)));
}

/** Whether a name is that of an id: `petId`, `pet_id`, `petUuid`. */
export const isIdName = (name: string): boolean =>
  /([a-z0-9](Id|Uuid|UUID|ID)|_(id|uuid))$/.test(name);

/** The fixture that gives a parameter its value: its own name, with the resource where it is `id` alone. */
export function fixtureName({ path }: Operation, name: string): string {
  const whole = bare.includes(plain(name)) ? `${resourceOf(name, path)}_${name}` : name;
  return whole.replace(/\W+/g, "_").replace(/^_/, "");
}
