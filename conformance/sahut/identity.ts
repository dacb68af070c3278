import type { ProbeContext } from "../probe.ts";

/** Name, phone number and email of a contact that a run makes; nobody else has them, and no two milliseconds share them. */
export interface Identity {
  /** Begins with a word of letters alone, so that every kind of search finds it by that word; ends with the run's mark. */
  readonly name: string;
  /** In E.164. */
  readonly phone: string;
  readonly email: string;
}

/**
 * @param which sets several apart that are needed at once
 */
export function identity(
  { clock, tag }: Pick<ProbeContext, "clock" | "tag">,
  which: 0 | 1 | 2,
): Identity {
  const milliseconds = clock.now().getTime() + which;
  const letters = [...milliseconds.toString(26)].map((digit) =>
    String.fromCodePoint("a".charCodeAt(0) + Number.parseInt(digit, 26)),
  );
  const word = `Uji${letters.join("")}`;
  return {
    name: `${word} Concordat ${tag}`,
    phone: `+62812${String(milliseconds % 1e8).padStart(8, "0")}`,
    email: `${word.toLowerCase()}@example.com`,
  };
}
