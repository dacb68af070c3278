/** Silent points that no legal variant answers otherwise than the reference server, each with the reason. */
export const unvaried: ReadonlyMap<string, string> = new Map([]);
