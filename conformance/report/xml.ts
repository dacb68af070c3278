import { visible } from "../../html/visible.ts";

/** A text as XML 1.0, for content and for attributes in double quotes; what no document may hold is written out. */
export function xml(text: string): string {
  return visible(text)
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
