/**
 * Characters that do not show, or do more than show: controls, which a terminal would obey, those that turn the
 * direction of writing, line separators, and halves of a character.
 */
export const unseen: RegExp = /[\p{Cc}\p{Cs}\p{Bidi_C}\u2028\u2029\ufeff]/gu;

/**
 * The text with everything that does not show written out. Line breaks and tabs stay.
 * @example visible("\u001b[31mred"); // "\\u001b[31mred"
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    if (character === "\n" || character === "\t") return character;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
