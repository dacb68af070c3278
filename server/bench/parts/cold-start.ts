import { versionOnDemand } from "../../../on-demand.ts";
import { demoData } from "../../demo/data.ts";
import { type Measure, median } from "../part.ts";
import { startOurs, startPrism, startScalar } from "../peers.ts";
import type { Running } from "../program.ts";
import { versionsOf } from "../versions.ts";

const ROUNDS = 5;
const PATH = "/conversations?per_page=10";

const about = `From the start of the process to the end of its first answer, a page of Sahut's conversations; medians of ${ROUNDS} rounds
in turn, after one that is not counted. Ours is \`concordat serve\` with its demo; the mocks
(${versionsOf("@stoplight/prism-cli")}, ${versionOnDemand("@scalar/mock-server")}) serve Sahut's contract.`;

interface Peer {
  readonly name: string;
  readonly base: string;
  readonly start: () => Promise<Running>;
}

const peers: readonly Peer[] = [
  { name: "ours", base: "/v1", start: () => startOurs() },
  { name: "Prism", base: "", start: () => startPrism("sahut") },
  { name: "Scalar", base: "", start: () => startScalar("sahut") },
];

export const measure: Measure = async (log) => {
  const key = (await demoData()).sahut?.[0]?.keys[0]?.key;
  const samples = new Map<Peer, number[]>();
  // The first round is not counted: it brings the files into memory.
  for (let round = 0; round <= ROUNDS; round += 1) {
    log(round === 0 ? "cold start: warming up" : `cold start: round ${round} of ${ROUNDS}`);
    for (const peer of peers) {
      const taken = await firstAnswer(peer, `Bearer ${key}`);
      if (round > 0) samples.set(peer, [...(samples.get(peer) ?? []), taken]);
    }
  }
  const middle = (peer: Peer | undefined) => median((peer && samples.get(peer)) ?? []);
  const prism = middle(peers.find(({ name }) => name === "Prism"));
  return {
    title: "Cold start",
    about,
    columns: ["server", "first answer", "of Prism"],
    rows: peers.map((peer) => [
      peer.name,
      `${Math.round(middle(peer))} ms`,
      (middle(peer) / prism).toFixed(2),
    ]),
  };
};

/** Milliseconds from the start of the process to the end of its first answer. */
async function firstAnswer({ base, start }: Peer, authorization: string): Promise<number> {
  const begin = performance.now();
  const running = await start();
  try {
    const answer = await fetch(`${running.url}${base}${PATH}`, { headers: { authorization } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${running.url} answers ${answer.status}.`);
    return performance.now() - begin;
  } finally {
    await running.stop();
  }
}
