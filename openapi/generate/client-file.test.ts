import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readApi } from "./api.ts";
import { clientFile } from "./client-file.ts";
import { makeTempProject } from "./temp-project.ts";

/** Libraries and types are read once; they are most of what the compiler reads. */
const sources = new Map<string, ts.SourceFile | undefined>();

const ROOT = join(import.meta.dirname, "../..");

/** What the compiler says about a file that exists only in this test. */
function compilerErrors(file: string, text: string): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, version) => {
    if (name === file) return ts.createSourceFile(name, text, version);
    if (!sources.has(name)) sources.set(name, getSourceFile(name, version));
    return sources.get(name);
  };
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const diagnostics = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe.each([
  ["sahut", "createSahutClient"],
  ["sarufi", "createSarufiClient"],
  ["control", "createControlClient"],
])("the client of %s", (name, create) => {
  test("has an example that compiles", async () => {
    const client = clientFile(await readApi(ROOT, name));
    const [, example = ""] = /@example\n([\s\S]*?)\n \*\//.exec(client) ?? [];
    const code = example.replaceAll(/^ \* ?/gm, "");
    expect(code).toContain(`${create}(`);
    const file = join(ROOT, "generated", name, "example.ts");
    const text = `import { ${create} } from "./client.ts";\n${code}\n`;
    expect(compilerErrors(file, text)).toEqual([]);
    const wrong = text.replace("params:", "parameters:").replace('"/healthz"', '"/nowhere"');
    expect(compilerErrors(file, wrong)).not.toEqual([]);
  });
});

test("a contract without security schemes makes a client that asks for no key", async () => {
  const client = clientFile(await readApi(ROOT, "control"));
  expect(client).toContain("ControlClientOptions extends KeylessClientOptions");
  expect(client).toContain("(options: ControlClientOptions = {})");
  const keyed = clientFile(await readApi(ROOT, "sarufi"));
  expect(keyed).toContain("SarufiClientOptions extends ClientOptions");
  expect(keyed).toContain("(options: SarufiClientOptions)");
});

test.each([
  ["names no server", "servers: [{ url: 'https://x.example' }]", "servers: []"],
  ["has no bearer key", "scheme: bearer", "scheme: basic"],
])("a contract that %s is refused", async (_, from, to) => {
  const contract = `
openapi: 3.1.1
info: { title: X, version: 1.0.0 }
servers: [{ url: 'https://x.example' }]
paths: { /x: { get: { operationId: x, responses: { "204": { description: Done. } } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
  const { root, write } = await makeTempProject();
  await write("openapi/x/openapi.yaml", contract);
  const api = await readApi(root, "x");
  expect(() => clientFile(api)).not.toThrow();
  await write("openapi/x/openapi.yaml", contract.replace(from, to));
  const broken = await readApi(root, "x");
  expect(() => clientFile(broken)).toThrow(/^openapi\/x\/openapi\.yaml: /);
});
