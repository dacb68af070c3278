/** Requirements that no mutant breaks yet: each is unproven. The list may only shrink. */
export const unkilled: readonly string[] = [];
