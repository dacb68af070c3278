import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readCatalogue } from "./catalogue.ts";
import { temporaryFolder } from "./testing/suite.ts";

/** Reads a catalogue with these rows. */
async function catalogueOf(rows: string) {
  const file = join(await temporaryFolder(), "requirements.yaml");
  await writeFile(
    file,
    `sources:\n  Guide: https://docs.example.com/guide\nrequirements:\n${rows}`,
  );
  return readCatalogue(pathToFileURL(file));
}

test("a row becomes a requirement with all that it says", async () => {
  const rows = await catalogueOf(`
  - id: things/topic/slug
    statement: >
      It holds,
      always.
    level: must
    source: Guide, First section, Details
    operations: [listThings, getThing]
    needs: [team_id]
    feature: parts
    excluded: No client sees it.
    open: A receiver.
    reference: answers 201
`);
  expect([...rows]).toEqual([
    [
      "things/topic/slug",
      {
        id: "things/topic/slug",
        statement: "It holds, always.",
        level: "must",
        source: { section: "Guide, First section, Details", url: "https://docs.example.com/guide" },
        operations: ["listThings", "getThing"],
        needs: ["team_id"],
        feature: "parts",
        excluded: "No client sees it.",
        open: "A receiver.",
        reference: "answers 201",
      },
    ],
  ]);
});

test("what a row need not say is absent or empty", async () => {
  const rows = await catalogueOf(
    "  - { id: a, statement: It holds., level: observe, source: Guide }",
  );
  expect(rows.get("a")).toEqual({
    id: "a",
    statement: "It holds.",
    level: "observe",
    source: { section: "Guide", url: "https://docs.example.com/guide" },
    operations: [],
    needs: [],
  });
});

const row = "id: a, statement: It holds., level: must, source: Guide";

test.each([
  ["  - { statement: It holds. }", 'a row without an id: {"statement":"It holds."}'],
  ["  - just a text", 'a row without an id: "just a text"'],
  ["  - { id: a, level: must, source: Guide }", "a has no statement"],
  ["  - { id: a, statement: It holds., source: Guide }", "a has no level"],
  ["  - { id: a, statement: It holds., level: must }", "a has no source"],
  [
    "  - { id: a, statement: It holds., level: may, source: Guide }",
    "a has the level may; allowed: must, should, observe",
  ],
  [
    "  - { id: a, statement: It holds., level: must, source: 'Gide, First' }",
    "a names the page Gide; known: Guide",
  ],
  [`  - { ${row} }\n  - { ${row} }`, "the id a stands twice"],
])("a catalogue is refused when it has %j", async (rows, message) => {
  await expect(catalogueOf(rows)).rejects.toThrow(`requirements.yaml: ${message}`);
});

test.each(["sahut", "sarufi"])("the catalogue of %s is read", async (api) => {
  const rows = await readCatalogue(new URL(`../openapi/${api}/requirements.yaml`, import.meta.url));
  expect(rows.size).toBeGreaterThan(0);
  for (const id of rows.keys()) expect(id).toMatch(RegExp(`^${api}/[a-z-]+/[a-z0-9-]+$`));
});
