import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { jsonReport, reportSchemaId } from "./json.ts";
import schema from "./report.schema.json" with { type: "json" };
import { sampleReport } from "./sample.ts";

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
formats.default(ajv);

/** The schema with every object closed: it knows all members that a report has. */
const closed: object = JSON.parse(JSON.stringify(schema), (_, value) =>
  value?.type === "object" && value.properties && !("additionalProperties" in value)
    ? { ...value, additionalProperties: false }
    : value,
);

const accepts = ajv.compile({ ...closed, $id: "closed" });
const copy = () => JSON.parse(jsonReport(sampleReport()));

describe("report.schema.json", () => {
  it("has the id that reports name", () => {
    expect(schema.$id).toBe(reportSchemaId);
    expect(schema.properties.$schema.const).toBe(reportSchemaId);
  });

  it("accepts a report with everything in it, and knows all its members", () => {
    accepts(copy());
    expect(accepts.errors).toBeNull();
  });

  it("leaves room for members of a later report", () => {
    const open = ajv.compile(schema);
    expect(open({ ...copy(), later: 1 })).toBe(true);
  });

  it("refuses a report from which any one member is missing", () => {
    const optional = [
      ...["exploration", "journey", "stopped"],
      ...["reason", "confirmation", "exchange", "delivery", "curl", "body", "response", "failure"],
    ];
    // Their names are the data's: headers and fixtures.
    const free = ["headers", "missingFixtures"];
    const removed: string[] = [];
    const visit = (root: unknown, node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [name, value] of Object.entries(node)) {
        const here = `${path}/${name}`;
        if (!free.some((one) => path.endsWith(one))) visit(root, value, here);
        if (Array.isArray(node) || optional.includes(name)) continue;
        if (free.some((one) => path.endsWith(one))) continue;
        Reflect.deleteProperty(node, name);
        expect(accepts(root), `without ${here}`).toBe(false);
        removed.push(here);
        Reflect.set(node, name, value);
      }
    };
    const report = copy();
    visit(report, report, "");
    expect(removed.length).toBeGreaterThan(100);
  });

  it.each<[string, (target: Record<string, unknown>) => void]>([
    [
      "a failure without a finding",
      (one) => Object.assign(one, { outcome: "failed", findings: [] }),
    ],
    [
      "an untestable promise without a reason",
      (one) => Object.assign(one, { outcome: "untestable" }),
    ],
    ["an unknown outcome", (one) => Object.assign(one, { outcome: "skipped" })],
    ["an observation among the promises", (one) => Object.assign(one, { level: "observe" })],
  ])("refuses %s", (_, change) => {
    const report = copy();
    expect(accepts(report)).toBe(true);
    change(report.targets[0].requirements[0]);
    expect(accepts(report)).toBe(false);
  });
});

describe("jsonReport", () => {
  it("is the report itself, for people too, and ends its last line", () => {
    const report = sampleReport();
    const text = jsonReport(report);
    expect(JSON.parse(text)).toEqual(report);
    expect(text).toMatch(/^\{\n {2}"\$schema": "urn:concordat:report:1"/);
    expect(text.endsWith("}\n")).toBe(true);
  });
});
