/** The same on every machine, whatever its language. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** A text without regard to case, to how its characters are composed, and to the spaces in it. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}

/**
 * Tells which words and phrases a text contains, whole ones alone: "faqs" does not contain "faq",
 * and "ng'ombe" not "ombe". Words are those of Unicode (https://unicode.org/reports/tr29/), so
 * scripts without spaces have them, too. The text and the phrases are folded.
 *
 * @example
 * const has = phrasesOf(fold("What about the FAQ?"));
 * has({ folded: "faq" }) // true
 */
export function phrasesOf(text: string): (phrase: { readonly folded: string }) => boolean {
  let cuts: ReadonlySet<number> | undefined;
  return ({ folded: sought }) => {
    if (sought === "") return false;
    for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
      cuts ??= cutsOf(text);
      if (cuts.has(at) && cuts.has(at + sought.length)) return true;
    }
    return false;
  };
}

/** Where words begin, and the end. */
function cutsOf(text: string): ReadonlySet<number> {
  const starts = Array.from(segmenter.segment(text), ({ index }) => index);
  return new Set([...starts, text.length]);
}
