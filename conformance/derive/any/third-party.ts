/**
 * `npm run contracts`: OpenAPI documents of others, each mocked by Prism and checked, as one table. It tries that any
 * document can be read and worked through; what a mock without a memory gets wrong is no fault of the suite.
 * With names as arguments only those; with `--failures` it lists what failed.
 */
import { createRequire } from "node:module";
import { onDemand } from "../../../on-demand.ts";
import { startPrism } from "../../../openapi/mock/prism.ts";
import { contractTarget } from "../../any-contract.ts";
import { checkTargets } from "../../check-targets.ts";
import { loadContract } from "../../contract/load/load.ts";
import type { RequirementReport, TargetReport } from "../../report/report.ts";

const require = createRequire(import.meta.url);

const GALAXY = "@scalar/galaxy/3.1.json";

/** All MIT, of @readme/oas-examples and @scalar/galaxy. */
const documents: readonly (readonly [name: string, version: string, module: string])[] = [
  ["petstore", "3.0", "@readme/oas-examples/3.0/json/petstore.json"],
  ["uspto", "3.0", "@readme/oas-examples/3.0/json/uspto.json"],
  ["link-example", "3.0", "@readme/oas-examples/3.0/json/link-example.json"],
  ["polymorphism", "3.0", "@readme/oas-examples/3.0/json/polymorphism.json"],
  ["schema-validation", "3.0", "@readme/oas-examples/3.0/json/schema-validation.json"],
  ["security", "3.0", "@readme/oas-examples/3.0/json/security.json"],
  ["star-trek", "3.0", "@readme/oas-examples/3.0/json/star-trek.json"],
  ["train-travel", "3.1", "@readme/oas-examples/3.1/json/train-travel.json"],
  ["galaxy", "3.1", GALAXY],
  ["readme", "3.1", "@readme/oas-examples/3.1/json/readme.json"],
];

interface Row {
  readonly name: string;
  readonly version: string;
  readonly operations: number;
  readonly target: TargetReport;
  readonly seconds: number;
}

async function rowFor([name, version, module]: (typeof documents)[number]): Promise<Row> {
  const file = module === GALAXY ? onDemand(module) : require.resolve(module);
  const { contract } = await loadContract(file);
  const prism = await startPrism({ contract: file, port: 0, dynamic: false, log: () => {} });
  const started = performance.now();
  try {
    const target = await contractTarget(
      { contract: file, url: prism.url, key: "concordat:key" },
      {},
    );
    const { targets } = await checkTargets([target]);
    const [report] = targets;
    if (report === undefined) throw new Error(`${name} has no report`);
    const seconds = (performance.now() - started) / 1000;
    return { name, version, operations: contract.operations.size, target: report, seconds };
  } finally {
    await prism.close();
  }
}

const columns = [
  "document",
  "OAS",
  "operations",
  "promises",
  "passed",
  "failed",
  "warned",
  "untestable",
  "error",
  "requests",
  "seconds",
];

function cellsOf({ name, version, operations, target, seconds }: Row): readonly string[] {
  const { requirements, counts, requests } = target;
  const broken = requirements.filter((one) => one.outcome === "failed" && one.level === "must");
  const { length } = requirements;
  const figures = [
    operations,
    length,
    counts.passed,
    broken.length,
    counts.failed - broken.length,
    counts.untestable,
    counts.error,
    requests,
  ];
  return [name, version, ...figures.map(String), seconds.toFixed(1)];
}

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(18) : cell.padStart(11))).join("");

function tell({ id, level, findings, reason }: RequirementReport): string {
  const [finding] = findings;
  return finding === undefined
    ? `  ${level} ${id}: ${reason}`
    : `  ${level} ${id}\n      ${finding.message}; expected ${finding.expected}, got ${finding.actual}`;
}

const wanted = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const isTold = process.argv.includes("--failures");
let errors = 0;
console.log(line(columns));
for (const document of documents) {
  if (wanted.length > 0 && !wanted.includes(document[0])) continue;
  const row = await rowFor(document);
  console.log(line(cellsOf(row)));
  errors += row.target.counts.error;
  for (const one of row.target.requirements)
    if (one.outcome === "error" || (isTold && one.outcome === "failed")) console.log(tell(one));
}
process.exitCode = errors > 0 ? 1 : 0;
