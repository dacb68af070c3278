/** A text longer than this has its long runs of one character counted out. */
const long = 2_000;

/**
 * One word for a POSIX shell that stands for exactly this text, but for its variables: those stay expandable.
 * Everything else is quoted, so that neither a shell nor its history takes any of it for its own.
 *
 * @param variable finds the variables, such as `$SAHUT_KEY`, in its one group
 * @example shellWord("Bearer $SAHUT_KEY", /(\$SAHUT_KEY)/); // "Bearer $SAHUT_KEY", in double quotes
 */
export function shellWord(text: string, variable: RegExp): string {
  // A pattern with one group splits into text, variable, text, variable, …, text.
  const pieces = text.split(variable);
  const literals = pieces.filter((_, index) => index % 2 === 0);
  if (pieces.length > 1 && text.length <= long && literals.every(isCalm)) {
    return `"${pieces.map((piece, index) => (index % 2 ? expand(piece, pieces[index + 1]) : piece)).join("")}"`;
  }
  const words = pieces.map((piece, index) => {
    if (index % 2) return `"${piece}"`;
    return piece === "" && pieces.length > 1 ? "" : shellQuote(piece);
  });
  return words.join("");
}

/** Without a meaning in double quotes, to the shell and to its history. */
const isCalm = (text: string): boolean => !/["$`\\!]/.test(text);

/** `$NAME`, with braces where the text after it would lengthen the name. */
function expand(variable: string, after = ""): string {
  return /^\w/.test(after) ? `\${${variable.slice(1)}}` : variable;
}

/** One word for a POSIX shell that stands for exactly this text. */
export function shellQuote(text: string): string {
  const quoted = `'${text.replaceAll("'", "'\\''")}'`;
  return text.length > long ? withRunsCounted(quoted) : quoted;
}

/** A letter or digit means nothing to a shell: its run can leave the single quotes and come back as a command. */
function withRunsCounted(quoted: string): string {
  return quoted.replace(
    /([A-Za-z0-9])\1{499,}/g,
    (run, letter: string) => `'"$(head -c ${run.length} /dev/zero | tr '\\0' ${letter})"'`,
  );
}
