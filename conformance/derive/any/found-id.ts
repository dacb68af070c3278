import { isObject } from "../../contract/json.ts";
import { isSuccess } from "../../evidence.ts";
import type { Exchange } from "../../model.ts";
import { plain } from "./names.ts";

/**
 * The id of a resource in an answer that made or listed it: a member of the asked-for name, or `id`; in the body, in
 * what it wraps, or in the first item of its list. Of what was made also the end of `Location`, and what was asked for.
 * @returns undefined where there is none
 */
export function idIn(
  exchange: Exchange,
  name: string,
  resource: string,
): string | number | undefined {
  const { response, call } = exchange;
  if (response === undefined || !isSuccess(response)) return undefined;
  const wanted = [plain(name), `${resource}id`, `${resource}uuid`, "id", "uuid", "guid"];
  const found = search(response.json, wanted, 3);
  if (found !== undefined) return found;
  const { location } = response.headers;
  const last = location?.split(/[?#]/)[0]?.split("/").at(-1);
  if (last) return decodeURIComponent(last);
  // What a client names itself, as a user name, need not come back.
  return member(call.body, [plain(name)]);
}

/**
 * The id of a resource that an answer speaks of by the way: as `contact_id`, or as `contact`, an object with an id.
 * @returns undefined where it does not
 */
export function idMentioned(
  { response }: Exchange,
  name: string,
  resource: string,
): string | number | undefined {
  const look = (json: unknown, depth: number): string | number | undefined => {
    if (depth === 0 || typeof json !== "object" || json === null) return undefined;
    const own = member(json, [plain(name)]);
    if (own !== undefined) return own;
    for (const [key, value] of Object.entries(json)) {
      const found = plain(key) === resource ? member(value, ["id"]) : undefined;
      const inner = found ?? look(value, depth - 1);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return response !== undefined && isSuccess(response) ? look(response.json, 5) : undefined;
}

function search(
  json: unknown,
  wanted: readonly string[],
  depth: number,
): string | number | undefined {
  if (depth === 0) return undefined;
  if (Array.isArray(json)) return search(json[0], wanted, depth);
  const own = member(json, wanted);
  if (own !== undefined || !isObject(json)) return own;
  // A list before anything else that stands around it.
  const inside = Object.values(json).filter((value) => typeof value === "object");
  for (const value of inside.toSorted(
    (a, b) => Number(Array.isArray(b)) - Number(Array.isArray(a)),
  )) {
    const inner = search(value, wanted, depth - 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function member(json: unknown, wanted: readonly string[]): string | number | undefined {
  if (!isObject(json)) return undefined;
  for (const name of wanted)
    for (const [key, value] of Object.entries(json))
      if (
        plain(key) === name &&
        (typeof value === "string" || typeof value === "number") &&
        value !== ""
      )
        return value;
  return undefined;
}
