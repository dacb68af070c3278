import { once } from "node:events";
import { join } from "node:path";
import { listPromises } from "./generate/api.ts";
import { MockError } from "./mock/mock-error.ts";
import { startPrism } from "./mock/prism.ts";

export interface MockOptions {
  /** The first API's port; each further one takes the next. 0, the default, takes free ones. */
  readonly port?: number;
  /** Bodies made up from the schemas, instead of the contract's examples. Default false. */
  readonly dynamic?: boolean;
  /** Takes what the mocks say, a line at a time. Default: nobody listens. */
  readonly log?: (line: string) => void;
}

/** A mock of each API that a deployment is held to. */
export interface Mocks {
  readonly apis: readonly { readonly name: string; readonly url: string }[];
  /** Rejects with a MockError once one of them has ended without being asked to. */
  readonly ended: Promise<never>;
  close(): Promise<void>;
}

/**
 * Starts a mock of every API, and waits until all of them answer; where one cannot, none stays.
 *
 * @example
 * const mocks = await startMocks({ port: 4020 });
 * for (const { name, url } of mocks.apis) console.log(name, url);
 * await mocks.close();
 *
 * @throws {MockError} when one of them cannot start
 */
export async function startMocks(options: MockOptions = {}): Promise<Mocks> {
  const { port = 0, dynamic = false, log = () => {} } = options;
  const root = join(import.meta.dirname, "..");
  const names = await listPromises(root);
  const last = port + names.length - 1;
  if (port > 0 && last > 65535) {
    throw new MockError(`Each API takes a port, from ${port} to ${last}; the highest is 65535.`);
  }
  const started = await Promise.allSettled(
    names.map((name, index) =>
      startPrism({
        contract: join(root, "generated", name, "contract.json"),
        port: port === 0 ? 0 : port + index,
        dynamic,
        log: (line) => log(`${name}: ${line}`),
      }),
    ),
  );
  const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const close = async () => void (await Promise.all(running.map((prism) => prism.close())));
  for (const one of started) {
    if (one.status === "fulfilled") continue;
    await close();
    throw one.reason;
  }
  const ended = Promise.race(running.map((one) => one.ended));
  // Whoever waits for it hears of it; nobody has to.
  ended.catch(() => {});
  return {
    apis: running.map(({ url }, index) => ({ name: names[index] ?? "", url })),
    ended,
    close,
  };
}

/**
 * The command `mock`: runs the mocks until it is asked to end. Addresses go to stdout, and what Prism says to stderr.
 *
 * @returns the exit code: 0 asked to end, 2 a mock could not start or stay
 */
export async function mockCommand(
  options: MockOptions,
  { stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr">,
): Promise<0 | 2> {
  const log = (line: string) => void stderr.write(`${line}\n`);
  // Before the first address is out: who has read it may ask for the end.
  const asked = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
  try {
    const mocks = await startMocks({ ...options, log });
    for (const { name, url } of mocks.apis) stdout.write(`${name.padEnd(8)}${url}\n`);
    await Promise.race([asked, mocks.ended]).finally(mocks.close);
    return 0;
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    stderr.write(`concordat: ${error.message}\n`);
    return 2;
  }
}
