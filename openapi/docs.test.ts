import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DocsError } from "./docs/docs-error.ts";
import { requirement } from "./docs/sample.ts";
import { buildDocs, describeDocs } from "./docs.ts";
import { makeTempProject } from "./generate/temp-project.ts";

const requirementsOf = async (api: string) => [requirement(`${api}/things/are-there`)];
const built = [
  "index.html",
  "sarufi/decisions.html",
  "sarufi/index.html",
  "sarufi/openapi.json",
  "sarufi/requirements.html",
];

test("every API gets its pages, and what was left over goes", async () => {
  const { root, read, write } = await makeTempProject("sarufi");
  await write("generated/docs/gone/index.html", "of an API that is gone");
  const docs = await buildDocs({ root, requirementsOf });
  expect(docs).toMatchObject({ outcome: "built", files: built.map((path) => ({ path })) });
  expect((await readdir(join(root, "generated/docs"))).sort()).toEqual(["index.html", "sarufi"]);

  expect(await read("generated/docs/index.html")).toContain('href="sarufi/index.html#/');
  expect(await read("generated/docs/sarufi/requirements.html")).toContain(
    "sarufi/things/are-there",
  );
  expect(JSON.parse(await read("generated/docs/sarufi/openapi.json"))).toHaveProperty("paths");
  const reference = await read("generated/docs/sarufi/index.html");
  expect(reference).toMatch(/<a[^>]* href="requirements\.html"[^>]*>All 1<\/a>/);
  for (const path of built) expect(await read(`generated/docs/${path}`)).not.toContain(root);
});

test("an API without requirements.yaml gets a reference, and no page of requirements", async () => {
  const { root, read } = await makeTempProject("control");
  const docs = await buildDocs({ root, requirementsOf });
  const files = ["index.html", "control/index.html", "control/openapi.json"];
  expect(docs).toMatchObject({ outcome: "built", files: files.map((path) => ({ path })) });
  expect(await read("generated/docs/control/index.html")).not.toContain("requirements.html");
});

test("a contract that is broken leaves everything as it was", async () => {
  const { root, read, write, edit } = await makeTempProject("sarufi");
  await write("generated/docs/index.html", "of an earlier day");
  await edit("openapi/sarufi/openapi.yaml", "openapi: 3.1", "openapi: 9.9");
  const docs = await buildDocs({ root, requirementsOf });
  expect(docs.outcome).toBe("broken");
  expect(await read("generated/docs/index.html")).toBe("of an earlier day");
  await expect(access(join(root, "generated/docs/sarufi"))).rejects.toThrow("ENOENT");
});

test("what was built is listed, with sizes, time, and where to look", () => {
  const files = [
    { path: "index.html", bytes: 1 },
    { path: "a/index.html", bytes: 2049 },
  ];
  const docs = { outcome: "built", folder: "/project/docs", files, milliseconds: 1234 } as const;
  expect(describeDocs(docs)).toEqual({
    exitCode: 0,
    text: [
      "generated/docs/index.html  1 KiB",
      "generated/docs/a/index.html  3 KiB",
      "Built in 1.2 s. Open /project/docs/index.html in a browser,",
      "or run `npm start` and go to http://127.0.0.1:4010/docs.",
    ].join("\n"),
  });
});

test("what could not be built is told in the problem's own words", () => {
  const problem = new DocsError("The tool is not here.");
  expect(describeDocs({ outcome: "broken", problem })).toEqual({
    exitCode: 2,
    text: "The tool is not here.",
  });
});
