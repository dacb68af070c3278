import type { Report } from "./report.ts";

/** The id of `report.schema.json`, and the value of `$schema` in every report that fits it. */
export const reportSchemaId = "urn:concordat:report:1";

/** The report as JSON for programs: `report.json`. Its form is `report.schema.json`. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
