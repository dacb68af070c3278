import type { Request } from "autocannon";
import { basePath } from "../../contract/document.ts";
import { sahut } from "../../sahut/api.ts";
import { sarufi } from "../../sarufi/api.ts";
import { load, type Measured } from "../load.ts";
import { type Measure, median } from "../part.ts";
import type { Canned } from "../peers/koa.ts";
import { type Api, startKoa, startOurs, startPrism, startScalar } from "../peers.ts";
import type { Running } from "../program.ts";
import { benchData } from "../seed.ts";
import { type Workload, workloads } from "../workloads.ts";

const ROUNDS = 5;
const SECONDS = 2;
const WARM_UP_SECONDS = 1;

const bases: Readonly<Record<Api, string>> = {
  sahut: basePath(sahut.contract),
  sarufi: basePath(sarufi.contract),
};

interface Peer {
  readonly name: string;
  readonly servers: Readonly<Record<Api, Running>>;
  /** The mocks serve a contract's paths without the base path. */
  readonly hasBases: boolean;
}

interface Sample extends Measured {
  /** What the server's process has computed for each answer, in microseconds. */
  readonly computed: number;
}

export const measure: Measure = async (log) => {
  const data = await benchData();
  const started: Running[] = [];
  const keep = async (starting: Promise<Running>) => {
    const running = await starting;
    started.push(running);
    return running;
  };
  try {
    const loads = workloads(data);
    const ours = await keep(startOurs(data.file));
    const koa = async (api: Api) => keep(startKoa(await answersOf(ours, api, loads)));
    const peers: Peer[] = [
      { name: "ours", servers: { sahut: ours, sarufi: ours }, hasBases: true },
      {
        name: "bare Koa",
        servers: { sahut: await koa("sahut"), sarufi: await koa("sarufi") },
        hasBases: true,
      },
      {
        name: "Prism",
        servers: {
          sahut: await keep(startPrism("sahut")),
          sarufi: await keep(startPrism("sarufi")),
        },
        hasBases: false,
      },
      {
        name: "Scalar",
        servers: {
          sahut: await keep(startScalar("sahut")),
          sarufi: await keep(startScalar("sarufi")),
        },
        hasBases: false,
      },
    ];
    return await compare(peers, loads, log);
  } finally {
    await Promise.all(started.map((running) => running.stop()));
    await data.remove();
  }
};

async function compare(
  peers: readonly Peer[],
  loads: readonly Workload[],
  log: (line: string) => void,
) {
  const samples = new Map<string, Sample[]>();
  const of = (workload: Workload, peer: Peer) => samples.get(`${workload.name} ${peer.name}`) ?? [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    log(round === 0 ? "throughput: warming up" : `throughput: round ${round} of ${ROUNDS}`);
    for (const workload of loads) {
      for (const peer of peers) {
        const sample = await take(peer, workload, round === 0 ? WARM_UP_SECONDS : SECONDS);
        if (round > 0)
          samples.set(`${workload.name} ${peer.name}`, [...of(workload, peer), sample]);
      }
    }
  }
  const rows = loads.flatMap((workload) => {
    const middle = (peer: Peer, figure: keyof Sample) =>
      median(of(workload, peer).map((sample) => sample[figure]));
    const bare = peers.find(({ name }) => name === "bare Koa");
    const whole = bare === undefined ? 1 : middle(bare, "perSecond");
    return peers.map((peer) => [
      workload.name,
      peer.name,
      Math.round(middle(peer, "perSecond")).toLocaleString("en"),
      (middle(peer, "perSecond") / whole).toFixed(2),
      `${middle(peer, "p50")} ms`,
      `${middle(peer, "p99")} ms`,
      `${Math.round(middle(peer, "computed"))} µs`,
    ]);
  });
  return {
    title: "Throughput",
    about: "",
    columns: ["load", "server", "requests/s", "of bare Koa", "p50", "p99", "CPU/request"],
    rows,
  };
}

async function take(peer: Peer, workload: Workload, seconds: number): Promise<Sample> {
  const server = peer.servers[workload.api];
  const requests = workload.requests.map((request) => at(peer, workload.api, request));
  const before = await server.computed();
  const measured = await load(server.url, requests, seconds);
  const computed = ((await server.computed()) - before) * 1000;
  return { ...measured, computed: computed / measured.answers };
}

function at({ hasBases }: Peer, api: Api, request: Request): Request {
  return hasBases ? { ...request, path: `${bases[api]}${request.path}` } : request;
}

/** What we answer to one request of each method: the bare server answers the same bytes. */
async function answersOf(
  { url }: Running,
  api: Api,
  loads: readonly Workload[],
): Promise<Record<string, Canned>> {
  const requests = loads
    .filter((workload) => workload.api === api)
    .flatMap((each) => each.requests);
  const answers = new Map<string, Canned>();
  for (const { method = "GET", path, headers, body } of requests) {
    if (answers.has(method)) continue;
    const init = {
      method,
      headers: toHeaders(headers),
      ...(body === undefined ? {} : { body: String(body) }),
    };
    const answer = await fetch(`${url}${bases[api]}${path}`, init);
    answers.set(method, {
      status: answer.status,
      headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" },
      body: await answer.text(),
    });
  }
  return Object.fromEntries(answers);
}

function toHeaders(headers: Request["headers"] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
