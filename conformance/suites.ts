import { sahut } from "./sahut/suite.ts";
import { sarufi } from "./sarufi/suite.ts";
import type { Suite } from "./suite.ts";

/** The APIs that can be checked. A further one is a folder and a line here. */
export const suites: readonly Suite[] = [sahut, sarufi];
