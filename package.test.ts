import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type RunningServer, startServer } from "./server/main.ts";

const root = import.meta.dirname;
const notCopied = ["node_modules", ".git", "dist", "report"].map((name) => join(root, name));

/** What npm needs to get at a registry, and none of what it tells the scripts that it runs. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(package|lifecycle)_|npm_config_(local|global)_prefix|INIT_CWD)/.test(name),
    ),
  ),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
};

/** What an installation says when the network is to blame. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;

interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

let home: string;
let packed: { filename: string; unpackedSize: number; files: { path: string }[] };

function run(command: string, args: string[], cwd: string): Promise<Finished> {
  const options = { cwd, env: environment, maxBuffer: 2 ** 24 };
  return promisify(execFile)(command, args, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Finished) => error,
  );
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "concordat-package-"));
  // In a copy, so that what was built in the checkout itself stays as it is.
  const copy = join(home, "project");
  await cp(root, copy, { recursive: true, filter: (path) => !notCopied.includes(path) });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  const pack = await run("npm", ["pack", "--json", "--pack-destination", home], copy);
  expect(pack.code, pack.stdout + pack.stderr).toBe(0);
  [packed] = JSON.parse(pack.stdout.slice(pack.stdout.indexOf("[\n")));
}, 240_000);

afterAll(() => rm(home, { recursive: true, force: true }));

test("the package holds what runs, and nothing else, in less than two and a half megabytes", () => {
  const paths = packed.files.map(({ path }) => path);
  const outside = paths.filter((path) => !path.startsWith("dist/"));
  expect(outside.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
  const idle = /\.test\.|(?<!\.d)\.ts$|openapi\.yaml|generate[./]|tour\.|testing/;
  expect(paths.filter((path) => idle.test(path))).toEqual([]);
  expect(packed.unpackedSize).toBeLessThan(2_500_000);
});

test("the package holds all that it exports", async () => {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const exported = Object.values<string | Record<string, string>>(exports)
    .flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)))
    .map((path) => path.replace("./", ""));
  const paths = new Set(packed.files.map(({ path }) => path));
  expect(exported.filter((path) => !paths.has(path))).toEqual([]);
});

describe("installed in an empty folder", { timeout: 60_000 }, () => {
  let whyNot: string | undefined;
  let server: RunningServer;
  let folder: string;

  const inFolder = (command: string, ...args: string[]) => run(command, args, folder);
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  beforeAll(async () => {
    folder = join(home, "empty");
    await mkdir(folder);
    const flags = [
      "--prefix=.",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--fetch-retries=1",
    ];
    const install = await inFolder("npm", "install", ...flags, join(home, packed.filename));
    if (install.code !== 0 && unreachable.test(install.stderr)) {
      whyNot = "npm reaches no registry";
      console.warn(`Not run, since ${whyNot}: the installed package`);
    } else expect(install.code, install.stderr).toBe(0);
    server = await startServer();
  }, 60_000);

  beforeEach(({ skip }) => skip(whyNot !== undefined, whyNot));

  afterAll(() => server?.close());

  test("it tells how to check", async () => {
    const { code, stdout } = await inFolder("npx", "concordat", "check", "--help");
    expect(stdout).toMatch(/^Usage: concordat check .*--only <pattern>/s);
    expect(code).toBe(0);
  });

  test("it checks a running server", async () => {
    const { url, demo } = server.sahut;
    const flags = ["--api", "sahut", "--url", url, "--key", demo.key, "--report", "report"];
    const { code, stdout } = await inFolder("npx", "concordat", "check", ...flags);
    expect(stdout).toMatch(/^sahut +conformant +\d+ of \d+ promises/m);
    expect(code).toBe(0);
    expect(await readFile(join(folder, "report/report.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  test("it brings the reference server", async () => {
    const { code, stdout } = await inFolder("npx", "concordat", "check", "--api", "sarufi");
    expect(stdout).toMatch(/^sarufi +conformant/m);
    expect(code).toBe(0);
  });

  test.each(["generate", "docs", "mock", "workflows"])(
    "it says that %s needs a checkout",
    async (command) => {
      const { code, stderr } = await inFolder("npx", "concordat", command);
      expect(stderr).toMatch(
        RegExp(`^concordat: ${command} works in a checkout of the project only: `, "m"),
      );
      expect(code).toBe(2);
    },
  );

  test("its reference server says where the docs are built", async () => {
    const cli = join(folder, "node_modules/concordat/dist/cli.js");
    const child = spawn(process.execPath, [cli, "serve", "--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    const [banner] = await once(child.stdout, "data");
    const [, docs = ""] = /^Docs +(\S+)$/m.exec(String(banner)) ?? [];
    const response = await fetch(docs);
    expect(await response.text()).toMatch(/^The docs are not built here: .*checkout/);
  });

  const clientProgram = `import { createSahutClient } from "concordat/sahut";

const client = createSahutClient({ key: "KEY", baseUrl: "URL" });
const open = client.pages("/conversations", { params: { query: { status: "open" } } });
for await (const { id, contact } of open) console.log(id, contact.name);
`;

  test("its client runs in a program", async () => {
    const { url, demo } = server.sahut;
    await write("client.mts", clientProgram.replace("KEY", demo.key).replace("URL", url));
    const { code, stdout, stderr } = await inFolder(process.execPath, "client.mts");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^(conv_\w+ .+\n){20,}$/);
    expect(code).toBe(0);
  });

  test("its engine runs in a program, as its documentation says", async () => {
    const { url, demo } = server.sahut;
    const program = (await engineExample())
      .replace("https://staging.example.com/v1", url)
      .replace("sk_live_...", demo.key)
      .replace("requestsPerSecond: 5", "requestsPerSecond: 500");
    await write("engine.mts", program);
    const { code, stdout, stderr } = await inFolder(process.execPath, "engine.mts");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^sahut conformant \d+ of \d+ promises/);
    expect(code).toBe(0);
  });

  test.each([
    ["node16", "node16"],
    ["bundler", "preserve"],
  ])("its types resolve under %s", async (moduleResolution, module) => {
    const programs = {
      "client.mts": clientProgram,
      "engine.mts": await engineExample(),
      "sarufi.mts": 'export { createSarufiClient, type BotReply } from "concordat/sarufi";',
      "wrong.mts": clientProgram.replace('status: "open"', 'status: "closed"'),
    };
    for (const [name, text] of Object.entries(programs)) await write(name, text);
    const kind = { module, moduleResolution, target: "es2024", lib: ["esnext", "dom"] };
    const types = { types: ["node"], typeRoots: [join(root, "node_modules/@types")] };
    const compilerOptions = { ...kind, ...types, strict: true, noEmit: true };
    const settings = { compilerOptions, files: Object.keys(programs) };
    await write("tsconfig.json", JSON.stringify(settings));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await inFolder(process.execPath, compiler);
    expect(stdout).toMatch(/^wrong\.mts\(4,\d+\): error TS2322: Type '"closed"' is not assignable/);
    expect(stdout.match(/^\S.*error TS/gm)).toHaveLength(1);
  });
});

/** The example in the documentation of `concordat/conformance`. */
async function engineExample(): Promise<string> {
  const source = await readFile(join(root, "conformance/index.ts"), "utf8");
  const [, example = ""] = /@example\n([\s\S]*?)\n \*\//.exec(source) ?? [];
  return example.replaceAll(/^ \* ?/gm, "");
}
