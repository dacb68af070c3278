import type { Content, DocumentedResponse, Operation } from "./contract.ts";
import { bareType, fitsRange, isJsonType } from "./media-type.ts";

/** What is documented for a status: by itself, by its range (`4XX`), or by `default`, in this order of precedence. */
export function documentedFor(
  { responses }: Pick<Operation, "responses">,
  status: number | string,
): DocumentedResponse | undefined {
  const text = String(status);
  return (
    responses.get(text) ??
    responses.get(`${text.charAt(0)}XX`) ??
    responses.get(`${text.charAt(0)}xx`) ??
    responses.get("default")
  );
}

/**
 * The schema for a JSON body of a documented response; undefined where none is documented, or where the body came in
 * another media type that is documented, too.
 */
export function jsonContent(
  response: DocumentedResponse | undefined,
  contentType: string | undefined,
): Content | undefined {
  const entries = [...(response?.content ?? [])];
  const came = bareType(contentType ?? "");
  if (!isJsonType(came) && entries.some(([type]) => fitsRange(type, came))) return undefined;
  const exact = entries.find(([type]) => type === came);
  const any = entries.find(([type]) => isJsonType(type));
  const range = entries.find(([type]) => fitsRange(type, came));
  return (exact ?? any ?? range)?.[1];
}

/** Whether an operation documents a success, by a status or a range. */
export const isSuccessStatus = (status: string): boolean => status.startsWith("2");
