import autocannon, { type Request } from "autocannon";

/** What a server has done under load. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds within which half of the answers came. */
  readonly p50: number;
  readonly p99: number;
  readonly answers: number;
}

/** As many clients at the same time, each of which sends its next request when it has its answer. */
const CONNECTIONS = 10;

/**
 * Sends these requests in turn for so many seconds. Each connection begins at another place of the list, so that no two
 * talk about the same thing. Throws when an answer is not a 2xx: what is refused is not measured.
 */
export async function load(
  url: string,
  requests: readonly Request[],
  seconds: number,
): Promise<Measured> {
  let connections = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const first = Math.floor((connections * requests.length) / CONNECTIONS);
      connections += 1;
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
  });
  if (result.non2xx + result.errors > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(`${url} refused: ${statuses}, ${result.errors} connections failed.`);
  }
  const { p50, p99 } = result.latency;
  return { perSecond: result["2xx"] / result.duration, p50, p99, answers: result["2xx"] };
}
