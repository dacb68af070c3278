import { basePath } from "../contract/document.ts";
import { sahut } from "../sahut/api.ts";
import { sarufi } from "../sarufi/api.ts";
import { answersOf } from "./canned.ts";
import { type Api, startKoa, startOurs, startPrism, startScalar } from "./peers.ts";
import type { Running } from "./program.ts";
import { at, type Workload } from "./workloads.ts";

const bases: Readonly<Record<Api, string>> = {
  sahut: basePath(sahut.contract),
  sarufi: basePath(sarufi.contract),
};
const noBases = { sahut: "", sarufi: "" };

/** Something that serves both APIs, in one process or in two. */
export interface Contestant {
  readonly name: string;
  readonly servers: Readonly<Record<Api, Running>>;
  /** What stands before the paths: the mocks serve a contract's paths as they are. */
  readonly bases: Readonly<Record<Api, string>>;
}

/** Ours on this seed data, and its peers. Whatever has started is in `started`, also when one fails to. */
export async function startAll(
  seedData: string,
  loads: readonly Workload[],
  started: Running[],
): Promise<Contestant[]> {
  const both = async (start: (api: Api) => Promise<Running>) => {
    const keep = async (api: Api) => {
      const running = await start(api);
      started.push(running);
      return running;
    };
    return { sahut: await keep("sahut"), sarufi: await keep("sarufi") };
  };
  const ours = await startOurs(seedData);
  started.push(ours);
  const koa = async (api: Api) => {
    const requests = loads.filter((load) => load.api === api).flatMap((load) => load.requests);
    const placed = requests.map((request) => at(bases[api], request));
    return startKoa(await answersOf(ours.url, placed));
  };
  return [
    { name: "ours", servers: { sahut: ours, sarufi: ours }, bases },
    { name: "bare Koa", servers: await both(koa), bases },
    { name: "Prism", servers: await both(startPrism), bases: noBases },
    { name: "Scalar", servers: await both(startScalar), bases: noBases },
  ];
}
