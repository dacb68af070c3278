/** When tests begin, unless they say otherwise; demo data that is told in hours before the start is as old as then. */
export const START = "2026-04-02T12:00:00.000Z";
