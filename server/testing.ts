import { expect, inject, onTestFinished } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "./main.ts";
import { borrowDatabase } from "./store/testing/databases.ts";
import { START } from "./store/testing/start.ts";

/** A clock that stands still until it is moved. */
export interface TestClock {
  (): Date;
  advance(milliseconds: number): void;
}

export function testClock(start = START): TestClock {
  let now = Date.parse(start);
  const read = () => new Date(now);
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return Object.assign(read, { advance });
}

/**
 * A real server on a free port, closed when the test ends. Its clock stands still unless the test gives another, as demo
 * data is of the moment when tests begin. It checks its own answers; a test that
 * expects it to complain gives a `log`, in any other a complaint is a failure.
 */
export async function serve(options: ServerOptions = {}): Promise<RunningServer> {
  const complaints: string[] = [];
  const log = (line: string) => void complaints.push(line);
  const { store, giveBack } = await storeOf(options);
  const server = await startServer({
    selfCheck: true,
    clock: testClock(),
    log,
    ...options,
    ...store,
  });
  onTestFinished(async () => {
    await server.close();
    await giveBack();
    expect(complaints).toEqual([]);
  });
  return server;
}

/** A database of its own for each server, unless the test names a store itself. */
async function storeOf({ data, databaseUrl }: ServerOptions) {
  const cluster = inject("postgres");
  if (cluster === undefined || data !== undefined || databaseUrl !== undefined) {
    return { store: {}, giveBack: async () => undefined };
  }
  const { url, giveBack } = await borrowDatabase(cluster);
  return { store: { databaseUrl: url }, giveBack };
}

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends requests below a base URL, as the holder of a key; `undefined` sends none. */
export type Caller = <Body = unknown>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply<Body>>;

export function caller(url: string, key: string | undefined): Caller {
  return async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: toBody(body) }),
    });
    // as: the server under test has checked its answer against the contract (`selfCheck`).
    const answered = (response.status === 204 ? undefined : await response.json()) as Body;
    return { status: response.status, headers: response.headers, body: answered };
  };
}

/** Text and bytes go out as they are, so that a test can send what is no JSON. */
function toBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return body;
  // as: the tests make their bytes themselves, in memory of their own.
  if (body instanceof Uint8Array) return body as Uint8Array<ArrayBuffer>;
  return JSON.stringify(body);
}

/** Sahut's error object. */
export function sahutError(status: number, code: string) {
  return { error: { status, code, message: expect.stringMatching(/./) } };
}
