import { visible } from "../../../html/visible.ts";

/** A text of the target or the contract as one line that no terminal obeys. */
export function oneLine(text: string): string {
  return visible(text.replaceAll(/\s*\n\s*/g, " ").replaceAll("\t", " "));
}

/** Breaks a line between words to a width; a word that is longer stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(" ")) {
    if (line === undefined) line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line ?? ""];
}

/** Column at which what a label stands for begins. */
const column = 13;

/** `  Promise    text`, with further lines under the text. */
export function labelled(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(column - 2)}${line}`);
}

/** Like `labelled`, with the text made one line and then broken to the width. */
export function paragraph(label: string, text: string, width: number): readonly string[] {
  return labelled(label, wrap(oneLine(text), width - column));
}
