/** A media type without its parameters, in lower case: `application/json` of `Application/JSON; charset=utf-8`. */
export const bareType = (type: string): string => type.split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether bodies of a media type are JSON (RFC 6839, 3.1: the suffix `+json`). */
export const isJsonType = (type: string): boolean =>
  /^(application|text)\/([\w.-]+\+)?json$/.test(bareType(type));

/** Whether a media type is one that a range such as `image/*` speaks of. */
export function fitsRange(range: string, type: string): boolean {
  const [wanted = "", subtype = ""] = bareType(range).split("/");
  const [main = "", rest = ""] = bareType(type).split("/");
  return (wanted === "*" || wanted === main) && (subtype === "*" || subtype === rest);
}

/** What a request body can be written in, the best first. */
const producible: readonly ((type: string) => boolean)[] = [
  isJsonType,
  (type) => bareType(type) === "application/x-www-form-urlencoded",
  (type) => bareType(type) === "multipart/form-data",
  (type) => bareType(type).startsWith("text/") || bareType(type) === "application/octet-stream",
];

/** Whether a body of this media type can be made from a schema. */
export const canProduce = (type: string): boolean => producible.some((one) => one(type));

/** The media type to send a body in, of those that an operation takes; undefined where there is none at all. */
export function bestType(types: readonly string[]): string | undefined {
  for (const wanted of producible) {
    const found = types.find((type) =>
      wanted(type.replace(/^(\*|application)\/\*$/, "application/json")),
    );
    if (found !== undefined) return found;
  }
  return types[0];
}
