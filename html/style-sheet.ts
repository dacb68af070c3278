import { colours } from "./style/colours.ts";
import { page } from "./style/page.ts";
import { print } from "./style/print.ts";
import { promises } from "./style/promises.ts";

/**
 * The style of a page, from its colours to its print.
 * @param own rules that only this page needs
 */
export const styleSheet = (own = ""): string => `${colours}${page}${promises}${own}${print}`;
