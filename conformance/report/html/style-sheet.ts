import { colours } from "./style/colours.ts";
import { page } from "./style/page.ts";
import { print } from "./style/print.ts";
import { rows } from "./style/rows.ts";

/** The style of the page, from its colours to its print. */
export const styleSheet = `${colours}${page}${rows}${print}`;
