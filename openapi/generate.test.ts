import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTempProject } from "./generate/temp-project.ts";
import { describeGeneration, generate } from "./generate.ts";

const FILES = ["client.ts", "contract.json", "types.ts", "validators.d.ts", "validators.js"];

test("the committed files are what the contracts give today", async () => {
  expect(describeGeneration(await generate({ check: true }))).toMatchObject({ exitCode: 0 });
});

test("every API's folder gets the same files, each with a line that says where it is from", async () => {
  const project = await makeTempProject("sahut", "sarufi");
  await generate({ root: project.root });
  for (const api of ["sahut", "sarufi"]) {
    expect((await readdir(join(project.root, "generated", api))).sort()).toEqual(FILES);
    for (const file of FILES.filter((name) => !name.endsWith(".json"))) {
      expect(await project.read(`generated/${api}/${file}`)).toMatch(
        RegExp(`^// Generated from openapi/${api} by \`npm run generate\`.* Do not edit\\.\n`),
      );
    }
  }
});

test("a second run changes nothing", async () => {
  const { root } = await makeTempProject("sarufi");
  await generate({ root });
  const times = () =>
    Promise.all(
      FILES.map(async (file) => (await stat(join(root, "generated/sarufi", file))).mtimeMs),
    );
  const before = await times();
  const { text } = describeGeneration(await generate({ root }));
  expect(text).toMatch(/^sarufi: \d+ ms$/);
  expect(await times()).toEqual(before);
});

test("the generated files name no folder of the machine", async () => {
  const { root, read } = await makeTempProject("sarufi");
  await generate({ root });
  for (const file of FILES) expect(await read(`generated/sarufi/${file}`)).not.toContain(root);
});

describe("--check", () => {
  test("is quiet about current files", async () => {
    const { root } = await makeTempProject("sarufi");
    await generate({ root });
    expect(await generate({ root, check: true })).toMatchObject({ outcome: "generated" });
  });

  test("names stale, missing and superfluous files, says what mends them, and writes nothing", async () => {
    const project = await makeTempProject("sarufi");
    await project.write("generated/sarufi/types.ts", "// edited by hand\n");
    await project.write("generated/sarufi/notes.md", "not derived\n");
    await project.write("generated/gone/types.ts", "of a contract that is gone\n");
    expect(describeGeneration(await generate({ root: project.root, check: true }))).toEqual({
      exitCode: 1,
      text: [
        "missing: generated/sarufi/contract.json",
        "stale: generated/sarufi/types.ts",
        "missing: generated/sarufi/client.ts",
        "missing: generated/sarufi/validators.js",
        "missing: generated/sarufi/validators.d.ts",
        "superfluous: generated/gone/types.ts",
        "superfluous: generated/sarufi/notes.md",
        "`npm run generate` mends this.",
      ].join("\n"),
    });
    expect(await readdir(join(project.root, "generated/sarufi"))).toEqual(["notes.md", "types.ts"]);
  });

  test("fires when the contract changes", async () => {
    const { root, edit } = await makeTempProject("sarufi");
    await generate({ root });
    await edit("openapi/sarufi/components/schemas/UserMessage.yaml", "4096", "4000");
    const { text } = describeGeneration(await generate({ root, check: true }));
    expect(text).toContain("stale: generated/sarufi/validators.js");
  });
});

test("a run removes what belongs to no contract, and leaves files beside the folders alone", async () => {
  const { root, write } = await makeTempProject("sarufi");
  await write("generated/README.md", "by hand\n");
  await write("generated/gone/types.ts", "of a contract that is gone\n");
  const { text } = describeGeneration(await generate({ root }));
  expect(text).toContain("removed generated/gone/types.ts");
  expect((await readdir(join(root, "generated"))).sort()).toEqual(["README.md", "sarufi"]);
});

describe("a broken contract", () => {
  const schemas = "openapi/sarufi/components/schemas";
  test.each([
    [
      "a $ref to no component",
      { file: "openapi/sarufi/paths/chat-sessions.yaml", from: "#/NotPermitted", to: "#/Nope" },
      "openapi/sarufi/paths/chat-sessions.yaml:34:7: " +
        "`$ref: ../components/responses.yaml#/Nope` leads nowhere",
    ],
    [
      "a $ref to no file",
      { file: `${schemas}/BotReply.yaml`, from: "GenericMessage.yaml", to: "Generic.yaml" },
      `${schemas}/BotReply.yaml:11:7: \`$ref: Generic.yaml\` leads nowhere: ` +
        `no such file or directory '${schemas}/Generic.yaml'`,
    ],
    [
      "a $ref into the network",
      { file: `${schemas}/BotReply.yaml`, from: "Generic", to: "https://example.com/Generic" },
      `${schemas}/BotReply.yaml:11:7: \`$ref: https://example.com/GenericMessage.yaml\` ` +
        "leads nowhere: a contract is read from files, not from the network",
    ],
    [
      "YAML that cannot be read",
      { file: "openapi/sarufi/openapi.yaml", from: "info:", to: "info: [" },
      expect.stringMatching(/^openapi\/sarufi\/openapi\.yaml:\d+:\d+: [^\n]+$/),
    ],
    [
      "a keyword that does not exist",
      { file: `${schemas}/UserMessage.yaml`, from: "maxLength", to: "maxLenght" },
      `${schemas}/UserMessage.yaml:6:5: Property \`maxLenght\` is not expected here.`,
    ],
    [
      "a schema that means nothing",
      { file: `${schemas}/UserMessage.yaml`, from: "maxLength: 4096", to: "pattern: '('" },
      expect.stringMatching(/^openapi\/sarufi\/openapi\.yaml: .*Invalid regular expression/),
    ],
    [
      "an operation without operationId",
      { file: "openapi/sarufi/paths/chat-sessions.yaml", from: "operationId: ", to: "x-name: " },
      "openapi/sarufi/openapi.yaml: " +
        "POST /chatbots/{chatbot_id}/chat/sessions has no operationId",
    ],
  ])(
    "with %s is one sentence with its place, and nothing is written",
    async (_, edit, sentence) => {
      const project = await makeTempProject("sahut", "sarufi");
      await project.edit(edit.file, edit.from, edit.to);
      const generation = await generate({ root: project.root });
      expect(describeGeneration(generation)).toEqual({ exitCode: 2, text: sentence });
      expect(await readdir(project.root)).toEqual(["openapi"]);
    },
  );
});
