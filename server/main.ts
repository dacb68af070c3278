import type Koa from "koa";
import type { SeedData } from "../generated/seed-data.ts";
import { findKey } from "./access/keys.ts";
import { rateLimiter } from "./access/rate-limit.ts";
import { type Agenda, agenda } from "./agenda.ts";
import { apis, createApp } from "./app.ts";
import { type Clock, movableClock } from "./clock.ts";
import type { Api } from "./contract/api.ts";
import { basePath } from "./contract/document.ts";
import type { Fault } from "./contract/faults.ts";
import type { ControlOptions } from "./control/control.ts";
import { demoData } from "./demo/data.ts";
import { type SahutDemo, sahutDemo } from "./demo/sahut.ts";
import { type SarufiDemo, sarufiDemo } from "./demo/sarufi.ts";
import { docsPath } from "./docs.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type Ending, type Listening, open, type Place } from "./listen.ts";
import type { Log } from "./log/log.ts";
import { type LogLevel, openLog } from "./log/open.ts";
import { idMaker } from "./new-id.ts";
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
  /** How long to wait for that database if it is not up yet, in milliseconds. Default 0: not at all. */
  readonly waitMs?: number;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** A YAML file with the data of an empty store, as `seed-data/schema.json` has it. Default: the demo. */
  readonly seedData?: string;
  /** Let flows call other machines. Default false: every API_CALL fails. */
  readonly allowOutbound?: boolean;
  /** Where the control plane listens, on this machine only; 0 takes a free port. Default: there is none. */
  readonly control?: number;
  /** Let webhooks and flows reach plain HTTP and private addresses. Default false. */
  readonly allowPrivate?: boolean;
  /** Validate each answer against the contract; a violation becomes a 500. Default false. */
  readonly selfCheck?: boolean;
  /** Deliberate faults, for proving a conformance suite. Default none. */
  readonly faults?: Fault;
  /** What a client may take: time, headers, connections. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  /** How much is logged: `info` has a line for each request. Default: warn. */
  readonly logLevel?: LogLevel;
  /** Log what is asked and answered, too, at `info`. Keys and secrets are never logged. Default: false. */
  readonly logContent?: boolean;
  /** Takes the log, a line of JSON at a time. Default: stderr. */
  readonly logTo?: (line: string) => void;
  /** Takes what went wrong inside, in words, instead of the log. */
  readonly log?: Log | undefined;
}

export interface RunningServer {
  /** The origin: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Where the documentation is, once it is built. */
  readonly docs: string;
  readonly sahut: { readonly url: string; readonly demo: SahutDemo };
  readonly sarufi: { readonly url: string; readonly demo: SarufiDemo };
  /** Whether its store has the demo in it, of which `sahut.demo` and `sarufi.demo` tell. */
  readonly hasDemo: boolean;
  /** The control plane, if it was asked for. */
  readonly control?: { readonly url: string };
  /**
   * Puts its clock forward, and does on the way what falls due: deliveries and their retries, each
   * in its moment. Resolves when that is done.
   */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when nothing that is due now is left undone. */
  caughtUp(): Promise<void>;
  /** Finishes the requests under way, then lets go of port and data. */
  close(ending?: Ending): Promise<void>;
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
  const { port = 0, host = "127.0.0.1", control, allowPrivate = false } = options;
  const { selfCheck = false, faults = {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const opened = openLog(options);
  const log = options.log ?? opened.log;
  const clock = movableClock(options.clock ?? (() => new Date()));
  const newId = idMaker(clock.read);
  const { seedData: file } = options;
  const data = await (file === undefined ? demoData() : readSeedFile(file));
  const { store, filled } = await openStore(
    { ...options, log },
    { data, start: clock.read(), newId },
  );
  if (!filled && file !== undefined) log(`${file} is not loaded: the store has data already.`);
  const listening: Listening[] = [];
  const listenOn = async (app: Koa, place: Place) => {
    const opened = await open(app.callback(), { ...place, limits });
    listening.push(opened);
    return opened;
  };
  let due: Agenda | undefined;
  try {
    const services: Services = {
      store,
      clock: clock.read,
      newId,
      outbound: faults.outbound?.(outbound({ allowPrivate })) ?? outbound({ allowPrivate }),
      allowPrivate,
      allowOutbound: options.allowOutbound ?? false,
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
    const limiter = rateLimiter(store, clock.read);
    const parts = { services, clock, agenda: ahead, limiter, selfCheck, data };
    const bench = await controlOf(control, parts);
    const app = createApp(services, {
      limit: limiter.limit,
      selfCheck,
      faults,
      around: bench?.around,
      requestLog: opened.requestLog,
    });
    const { url } = await listenOn(app, { port, host, flag: "--port" });
    const plane =
      bench &&
      (await listenOn(bench.app, { port: bench.port, host: "127.0.0.1", flag: "--control" }));
    ahead.wake();
    const at = (api: Api) => `${url}${basePath(api.contract)}`;
    return {
      url,
      docs: `${url}${docsPath}/`,
      sahut: { url: at(sahut), demo: sahutDemo },
      sarufi: { url: at(sarufi), demo: sarufiDemo },
      hasDemo: (await findKey(store, sahut.name, sahutDemo.key)) !== undefined,
      ...(plane && { control: { url: plane.url } }),
      advance: ahead.advance,
      caughtUp: ahead.caughtUp,
      async close(ending) {
        await Promise.all(listening.map(({ stop }) => stop(ending)));
        await ahead.close();
        await store.close();
      },
    };
  } catch (error) {
    await Promise.all(listening.map(({ stop }) => stop()));
    await due?.close();
    await store.close();
    throw error;
  }
}

/** Who starts with the demo does not wait for what reads YAML. */
async function readSeedFile(file: string): Promise<SeedData> {
  const { readSeedData } = await import("./seed-data/read.ts");
  return readSeedData(file);
}

/** Who does not ask for it does not wait for what it is made of. */
async function controlOf(port: number | undefined, options: ControlOptions) {
  if (port === undefined) return undefined;
  const { control } = await import("./control/control.ts");
  return { port, ...control(options) };
}

/** How soon a server notices what another one has put down, or left behind when it died. */
const SHARED_POLL_MS = 5_000;
