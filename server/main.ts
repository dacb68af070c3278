import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monotonicFactory } from "ulid";
import { keyTables } from "./access/keys.ts";
import { apis, createApp } from "./app.ts";
import type { Clock } from "./clock.ts";
import type { Api } from "./contract/api.ts";
import { basePath } from "./contract/document.ts";
import type { Fault } from "./contract/faults.ts";
import { fillDemo } from "./demo/fill.ts";
import { type SahutDemo, sahutDemo } from "./demo/sahut.ts";
import { type SarufiDemo, sarufiDemo } from "./demo/sarufi.ts";
import { docsPath } from "./docs.ts";
import { listen, stop } from "./listen.ts";
import { sahut } from "./sahut/api.ts";
import { sarufi } from "./sarufi/api.ts";
import { migrate } from "./store/migrate.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

export type { Fault } from "./contract/faults.ts";

export interface ServerOptions {
  /** Where to listen; 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** A file that keeps what is written. Default: memory, forgotten when the server closes. */
  readonly data?: string;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Validate each answer against the contract; a violation becomes a 500. Default false. */
  readonly selfCheck?: boolean;
  /** Deliberate faults, for proving a conformance suite. Default none. */
  readonly faults?: Fault;
  /** Takes what went wrong inside, a line at a time. Default: stderr. */
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  /** The origin: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Where the documentation is, once it is built. */
  readonly docs: string;
  readonly sahut: { readonly url: string; readonly demo: SahutDemo };
  readonly sarufi: { readonly url: string; readonly demo: SarufiDemo };
  /** Finishes the requests under way, then lets go of port and data. */
  close(): Promise<void>;
}

/**
 * Starts the reference server, with demo data when its store is empty.
 * Throws a UserError for a port in use, or for data that cannot be opened.
 *
 * @example
 * const server = await startServer({ port: 4010 });
 * console.log(server.sahut.url, server.sahut.demo.key);
 * await server.close();
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { port = 0, host = "127.0.0.1", clock = () => new Date(), selfCheck, faults } = options;
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const ulid = monotonicFactory();
  const store = await openStore(options.data);
  try {
    const newId = () => ulid(clock().getTime());
    const app = createApp(
      { store, clock, newId, log },
      { selfCheck: selfCheck ?? false, faults: faults ?? {} },
    );
    const server = createServer(app.callback());
    await listen(server, port, host);
    // as: a server that listens on a TCP port has an address and a port.
    const url = originOf(host, (server.address() as AddressInfo).port);
    const at = (api: Api) => `${url}${basePath(api.contract)}`;
    return {
      url,
      docs: `${url}${docsPath}/`,
      sahut: { url: at(sahut), demo: sahutDemo },
      sarufi: { url: at(sarufi), demo: sarufiDemo },
      async close() {
        await stop(server);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openStore(file: string | undefined): Promise<Store> {
  const store = openSqlite(file);
  try {
    await migrate(store, "access", keyTables);
    for (const { name, tables } of apis) await migrate(store, name, tables);
    await fillDemo(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
