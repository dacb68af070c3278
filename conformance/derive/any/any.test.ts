import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contractTarget } from "../../any-contract.ts";
import { checkTargets } from "../../check-targets.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { TargetReport } from "../../report/report.ts";
import { type PetFault, petServer, petsDocument } from "../../testing/pets.ts";
import { serverThat } from "../../testing/server.ts";
import { temporaryFolder } from "../../testing/suite.ts";

const key = "secret-pet-key";

async function check(
  url: string,
  options: { document?: JsonObject; seed?: number; readOnly?: boolean; fixtures?: string[] } = {},
): Promise<TargetReport> {
  const file = join(await temporaryFolder(), "pets.json");
  await writeFile(file, JSON.stringify(options.document ?? petsDocument));
  const { seed = 0, readOnly = false, fixtures = [] } = options;
  const target = await contractTarget({ contract: file, url, key, seed, fixtures }, {});
  const { targets } = await checkTargets([target], { readOnly });
  const [report] = targets;
  if (report === undefined) throw new Error("There is no report");
  return report;
}

const broken = ({ requirements }: TargetReport): readonly string[] =>
  requirements
    .filter(({ outcome }) => outcome === "failed")
    .map(({ id, level }) => `${level} ${id}`);

describe("a server that keeps its contract", () => {
  test("is conformant, and nothing is left untested", async () => {
    const { url } = await petServer();
    const report = await check(url);
    expect(broken(report)).toEqual([]);
    expect(report.requirements.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
    expect(report.verdict).toBe("conformant");
    expect(report.counts.passed).toBeGreaterThan(40);
  });

  test("keeps what was there before the run, and nothing of what the run made", async () => {
    const { url, pets } = await petServer();
    await check(url);
    expect([...pets.keys()]).toEqual([7]);
  });

  test("gets the same requests for the same seed", async () => {
    const sent = async (seed: number): Promise<string> => {
      const { url, received } = await petServer();
      await check(url, { seed });
      return received.map(({ method, url: path, body }) => `${method} ${path} ${body}`).join("\n");
    };
    expect(await sent(3)).toBe(await sent(3));
    expect(await sent(3)).not.toBe(await sent(4));
  });

  test("gets nothing but GET in a read-only run, and shows ids all the same", async () => {
    const { url, received } = await petServer();
    const report = await check(url, { readOnly: true });
    expect(new Set(received.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(
      report.requirements.find(({ id }) => id === "pets/derived/getPet/success-body")?.outcome,
    ).toBe("passed");
  });
});

const faults: readonly (readonly [PetFault, readonly string[]])[] = [
  [
    "takes any key",
    [
      "must pets/derived/getPet/refuses-missing-key",
      "must pets/derived/getPet/refuses-unknown-key",
    ],
  ],
  [
    "takes any limit",
    [
      "should pets/derived/listPets/query/limit/maximum",
      "should pets/derived/listPets/query/limit/type",
    ],
  ],
  ["takes any kind", ["must pets/derived/createPet/body/kind/enum"]],
  ["takes long names", ["must pets/derived/createPet/body/name/maxLength"]],
  ["refuses long names", ["should pets/derived/createPet/body/name/accepts-maxLength"]],
  ["takes no name", ["must pets/derived/createPet/body/name/required"]],
  ["names no id", ["must pets/derived/createPet/success-body"]],
  ["answers 200 to a creation", ["must pets/derived/createPet/documented-status"]],
  ["answers 500 to what is no JSON", ["must pets/derived/createPet/no-server-error"]],
  ["finds everything", ["must pets/derived/getPet/path/petId/unknown"]],
  ["refuses without a message", ["must pets/derived/createPet/refusal-body"]],
];

describe("a server with a fault", () => {
  test.each(faults)("that %s is found out", async (fault, wanted) => {
    const { url } = await petServer(fault);
    const report = await check(url);
    expect(broken(report)).toEqual(expect.arrayContaining([...wanted]));
    expect(report.verdict).toBe(
      wanted.some((id) => id.startsWith("must")) ? "nonconformant" : "conformant",
    );
  });
});

describe("what exists already", () => {
  /** Without a way to make pets. */
  const readable = {
    ...petsDocument,
    paths: { ...pathsOf(petsDocument), "/pets": { get: operationOf("/pets", "get") } },
  };

  test("is read, and deleted only when it is given", async () => {
    const { url, pets } = await petServer();
    const report = await check(url, { document: readable });
    expect(pets.size).toBe(1);
    expect(report.missingFixtures).toEqual({ petId: expect.any(Number) });
    expect(report.verdict).toBe("conformant");
  });

  test("is deleted when it is given", async () => {
    const { url, pets } = await petServer();
    await check(url, { document: readable, fixtures: ["petId=7"] });
    expect(pets.size).toBe(0);
  });
});

describe("what a document leaves open", () => {
  test("that bad requests are refused is a promise only where a 400 or 422 is documented", async () => {
    const { 400: _, ...responses } = { ...operationOf("/pets", "post").responses };
    const post = { ...operationOf("/pets", "post"), responses };
    const document = { ...petsDocument, paths: { ...pathsOf(petsDocument), "/pets": { post } } };
    const { url } = await petServer("takes any kind");
    const report = await check(url, { document });
    expect(broken(report)).toContain("should pets/derived/createPet/body/kind/enum");
  });

  test("members that no schema names are no fault", async () => {
    const { url, pets } = await petServer();
    Object.assign(pets.get(7) ?? {}, { age: 3 });
    expect(broken(await check(url))).toEqual([]);
  });
});

test("where the first body is refused another one is the control, and what does not apply to it is no failure", async () => {
  const notes = {
    type: "object",
    properties: { text: { type: "string" }, template: { type: "string" } },
    anyOf: [{ required: ["text"] }, { required: ["template"] }],
  };
  const examples = { text: { value: { text: "Hello" } }, template: { value: { template: "t1" } } };
  const post = {
    operationId: "send",
    requestBody: { required: true, content: { "application/json": { schema: notes, examples } } },
    responses: { 201: { description: "" }, 422: { description: "" } },
  };
  const document = { ...petsDocument, security: [], paths: { "/notes": { post } } };
  const { url } = await serverThat((request, response) => {
    const body = request.body.toString();
    // A template, and no text but a text.
    const isTaken = /^\{.*"template":".*\}$/.test(body) && !/"text":(?!")/.test(body);
    response.writeHead(isTaken ? 201 : 422).end();
  });
  const report = await check(url, { document });
  expect(broken(report)).toEqual([]);
  const reasons = report.requirements.flatMap(({ id, reason = "" }) =>
    reason.startsWith("the body that was accepted is another one") ? [id] : [],
  );
  expect(reasons).toEqual(["pets/derived/send/body/text/required"]);
});

type Paths = Readonly<
  Record<
    string,
    Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>
  >
>;

function pathsOf(document: JsonObject): Paths {
  // as: the document of this test has paths of this shape.
  return document.paths as Paths;
}

function operationOf(
  path: string,
  method: string,
): { readonly responses: Readonly<Record<string, unknown>> } {
  const operation = pathsOf(petsDocument)[path]?.[method];
  if (operation === undefined) throw new Error(`No ${method} ${path}`);
  return operation;
}
