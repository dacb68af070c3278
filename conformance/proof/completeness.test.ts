import { describe, expect, test } from "vitest";
import { readCatalogue } from "../catalogue.ts";
import { type Contract, locate, type Operation, readContract } from "../contract/contract.ts";
import { arrayAt, below, objectAt } from "../contract/json.ts";
import { hasBody } from "../derive/answers.ts";
import { itemsOf } from "../run.ts";
import type { Suite } from "../suite.ts";
import { suites } from "../suites.ts";

/** What the documentation lists, and how many rows of the catalogue nothing judges yet: that may only become fewer. */
const extents: Readonly<Record<string, { readonly operations: number; readonly open: number }>> = {
  sahut: { operations: 12, open: 0 },
  sarufi: { operations: 19, open: 0 },
};

async function read(suite: Suite) {
  const rows = [...(await readCatalogue(suite.catalogue)).values()];
  const items = await itemsOf(suite);
  return { rows, items, contract: await readContract(suite.contract) };
}

/** What a client may send: every parameter and every member of the body, with the schema of each. */
function sendable({ document }: Contract, { parameters, body }: Operation) {
  const members = Object.keys(objectAt(body?.schema.schema, "properties")).map((name) => ({
    name,
    schema: locate(document, below(body?.schema.pointer ?? "", "properties", name)),
  }));
  return [...parameters, ...members].map(({ name, schema }) => ({ name, schema: schema.schema }));
}

describe.each(suites.map((suite) => [suite.api, suite] as const))("%s", (api, suite) => {
  test("every documented operation is in the contract, and has a control", async () => {
    const { contract } = await read(suite);
    expect(contract.operations.size).toBe(extents[api]?.operations);
    expect(Object.keys(suite.controls).sort()).toEqual([...contract.operations.keys()].sort());
  });

  test("rows that are still open are named, and become fewer", async () => {
    const open = (await read(suite)).rows.filter((row) => row.open !== undefined);
    const lines = open.map((row) => `  ${row.id}: ${row.open}`);
    console.info([`${api}: ${open.length} rows are still open`, ...lines].join("\n"));
    expect(open.length).toBeLessThanOrEqual(extents[api]?.open ?? 0);
  });

  test("every row is judged, or says why nothing can judge it", async () => {
    const { rows, items } = await read(suite);
    const judged = new Set(items.map(({ requirement }) => requirement.id));
    const idle = rows.filter(
      ({ id, excluded, open }) => !judged.has(id) && (excluded ?? open) === undefined,
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
    const both = rows.filter(({ id, excluded }) => judged.has(id) && excluded !== undefined);
    expect(both.map(({ id }) => id)).toEqual([]);
  });

  test("nothing is judged twice", async () => {
    const ids = (await read(suite)).items.map(({ requirement }) => requirement.id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test("rows name what there is: operations, fixtures, features", async () => {
    const { rows, contract } = await read(suite);
    const fixtures = suite.fixtures.map(({ name }) => name);
    const unknown = rows.flatMap(({ id, operations, needs, feature }) => [
      ...operations.filter((name) => !contract.operations.has(name)).map((name) => [id, name]),
      ...needs.filter((name) => !fixtures.includes(name)).map((name) => [id, name]),
      ...(feature === undefined || suite.features.includes(feature) ? [] : [[id, feature]]),
    ]);
    expect(unknown).toEqual([]);
  });

  test("a silent point says what the reference server does", async () => {
    const { rows } = await read(suite);
    const silent = rows.filter(({ level, excluded }) => level === "observe" && !excluded);
    expect(silent.filter(({ reference }) => reference === undefined).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test("a requirement speaks of everything that can be sent", async () => {
    const { items, contract } = await read(suite);
    const requirements = items.map(({ requirement }) => requirement);
    const unspoken = [...contract.operations.values()].flatMap((operation) => {
      const own = requirements.filter(({ operations }) => operations.includes(operation.id));
      return sendable(contract, operation)
        .filter(
          ({ name }) =>
            !own.some(
              ({ id, statement }) =>
                id.split("/").includes(name) || statement.includes(`\`${name}\``),
            ),
        )
        .map(({ name }) => `${operation.id} ${name}`);
    });
    expect(unspoken).toEqual([]);
  });

  test("every value of an enum that can be sent is sent", async () => {
    const { items, contract } = await read(suite);
    const ids = [
      ...items.map(({ requirement }) => requirement.id),
      ...Object.keys(suite.authoredInstead),
    ];
    const unsent = [...contract.operations.values()].flatMap((operation) =>
      sendable(contract, operation).flatMap(({ name, schema }) =>
        arrayAt(schema, "enum")
          .filter((value) => {
            const [start, end] = [
              `${suite.api}/derived/${operation.id}/`,
              `/${name}/accepts-${value}`,
            ];
            return !ids.some((id) => id.startsWith(start) && id.endsWith(end));
          })
          .map((value) => `${operation.id} ${name} ${value}`),
      ),
    );
    expect(unsent).toEqual([]);
  });

  test("what is authored instead of derived is judged", async () => {
    const judged = (await read(suite)).items.map(({ requirement }) => requirement.id);
    const instead = Object.values(suite.authoredInstead);
    expect(instead.filter((id) => !judged.includes(id))).toEqual([]);
  });

  test("status, media type and, where there is one, the body of every operation are judged", async () => {
    const { items, contract } = await read(suite);
    const ids = items.map(({ requirement }) => requirement.id);
    for (const operation of contract.operations.values()) {
      const body = hasBody(operation) ? ["success-body"] : [];
      for (const slug of ["documented-status", "media-type", "no-server-error", ...body])
        expect(ids).toContain(`${suite.api}/derived/${operation.id}/${slug}`);
    }
  });
});
