import { isObject } from "../contract/json.ts";
import { bareType, isJsonType } from "../contract/media-type.ts";

/** A body as it is sent, with its media type. */
export interface Encoded {
  readonly text: string;
  readonly type: string;
}

/** Stands in no value that is made here. */
const boundary = "concordat-8f14e45fceea167a";

/**
 * Writes a value in a media type: JSON, `application/x-www-form-urlencoded`, `multipart/form-data`; in any other a
 * string stands for itself.
 * @param mediaType default: `application/json`
 */
export function encoded(value: unknown, mediaType = "application/json"): Encoded {
  if (isJsonType(mediaType)) return { text: JSON.stringify(value), type: mediaType };
  switch (bareType(mediaType)) {
    case "application/x-www-form-urlencoded":
      return { text: new URLSearchParams([...fieldsOf(value)]).toString(), type: mediaType };
    case "multipart/form-data":
      return {
        text: `${[...fieldsOf(value)].map(partOf).join("")}--${boundary}--\r\n`,
        type: `multipart/form-data; boundary=${boundary}`,
      };
    default:
      return { text: textOf(value), type: mediaType };
  }
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** The fields of a form; a list comes once for each item (OpenAPI 3.1, "Encoding Object": style form, exploded). */
function* fieldsOf(value: unknown): Generator<[string, string]> {
  for (const [name, member] of Object.entries(isObject(value) ? value : {}))
    for (const one of Array.isArray(member) ? member : [member]) yield [name, textOf(one)];
}

const partOf = ([name, text]: readonly [string, string]): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${text}\r\n`;
