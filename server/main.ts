import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monotonicFactory } from "ulid";
import { type Agenda, agenda } from "./agenda.ts";
import { apis, createApp } from "./app.ts";
import { type Clock, movableClock } from "./clock.ts";
import type { Api } from "./contract/api.ts";
import { basePath } from "./contract/document.ts";
import type { Fault } from "./contract/faults.ts";
import { type SahutDemo, sahutDemo } from "./demo/sahut.ts";
import { type SarufiDemo, sarufiDemo } from "./demo/sarufi.ts";
import { docsPath } from "./docs.ts";
import { listen, stop } from "./listen.ts";
import { openStore } from "./open-store.ts";
import { outbound } from "./outbound/outbound.ts";
import { sahut } from "./sahut/api.ts";
import { sarufi } from "./sarufi/api.ts";
import type { Services } from "./services.ts";

export type { Fault } from "./contract/faults.ts";

export interface ServerOptions {
  /** Where to listen; 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** A file that keeps what is written. Default: memory, forgotten when the server closes. */
  readonly data?: string;
  /** A PostgreSQL database instead, which several servers may share: `postgres://user:password@host/name`. */
  readonly databaseUrl?: string;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Let webhooks and flows reach plain HTTP and private addresses. Default false. */
  readonly allowPrivate?: boolean;
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
  /**
   * Puts its clock forward, and does on the way what falls due: deliveries and their retries, each
   * in its moment. Resolves when that is done.
   */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when nothing that is due now is left undone. */
  caughtUp(): Promise<void>;
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
  const { port = 0, host = "127.0.0.1", allowPrivate = false, selfCheck, faults } = options;
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const clock = movableClock(options.clock ?? (() => new Date()));
  const ulid = monotonicFactory();
  const store = await openStore(options);
  let due: Agenda | undefined;
  try {
    const services: Services = {
      store,
      clock: clock.read,
      newId: () => ulid(clock.read().getTime()),
      outbound: outbound({ allowPrivate }),
      wake: () => due?.wake(),
      log,
    };
    const works = apis.flatMap((api) => api.dueWork?.(services) ?? []);
    const ahead = agenda({
      clock,
      works,
      log,
      ...(store.shared ? { pollMs: SHARED_POLL_MS } : {}),
    });
    due = ahead;
    const app = createApp(services, { selfCheck: selfCheck ?? false, faults: faults ?? {} });
    const server = createServer(app.callback());
    await listen(server, port, host);
    ahead.wake();
    // as: a server that listens on a TCP port has an address and a port.
    const url = originOf(host, (server.address() as AddressInfo).port);
    const at = (api: Api) => `${url}${basePath(api.contract)}`;
    return {
      url,
      docs: `${url}${docsPath}/`,
      sahut: { url: at(sahut), demo: sahutDemo },
      sarufi: { url: at(sarufi), demo: sarufiDemo },
      advance: ahead.advance,
      caughtUp: ahead.caughtUp,
      async close() {
        await stop(server);
        await ahead.close();
        await store.close();
      },
    };
  } catch (error) {
    await due?.close();
    await store.close();
    throw error;
  }
}

/** How soon a server notices what another one has put down, or left behind when it died. */
const SHARED_POLL_MS = 5_000;

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
