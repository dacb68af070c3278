import fc from "fast-check";
import { isObject, objectOf } from "../../openapi/generate/json.ts";
import { bytesOf, CHATBOT, type Ids, ids, type Sent } from "./bytes.ts";
import { converse, type Line, line, type Outcome } from "./connection.ts";
import { judge, judgeWire } from "./judge.ts";
import { type FuzzedRequest, fuzzedRequest } from "./request.ts";
import { idName } from "./request-target.ts";
import { type Tally, tally, type Violation } from "./tally.ts";
import { type WireCase, wireCase } from "./wire.ts";

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  /** Where both APIs are, and the control plane: ports of this machine. */
  readonly ports: { readonly apis: number; readonly control: number };
  /** How many connections send at once. Default 16. */
  readonly lanes?: number;
  /** Called after each batch, with how many requests there were so far. */
  readonly afterBatch?: (requests: number) => Promise<void>;
}

export interface FuzzResult extends Tally {
  readonly violations: readonly Violation[];
}

/**
 * A batch begins with a reset, and has a seed of its own: what it finds can be seen again without
 * those before it.
 */
const BATCH = 500;

/** How many requests of a hundred are those that no proper client sends. */
const WIRE_SHARE = 3;

/** The most slow ones that are under way; they wait beside all others. */
const SLOW_AT_ONCE = 64;

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { requests, seed, ports, lanes = 16, afterBatch } = options;
  const counted = tally();
  const slow = new Set<Promise<void>>();
  const workers = Array.from({ length: lanes }, () => ({
    apis: line(ports.apis),
    control: line(ports.control),
  }));
  for (let done = 0, batch = seed; done < requests; done += BATCH, batch += 1) {
    const numRuns = Math.min(BATCH, requests - done);
    const wires = Math.ceil((numRuns * WIRE_SHARE) / 100);
    const todo = fc.sample(fuzzedRequest, { seed: batch, numRuns: numRuns - wires });
    const strange = fc.sample(wireCase, { seed: batch, numRuns: wires });
    await reset(ports.control);
    const some = ids();
    const each = async (worker: { apis: Line; control: Line }) => {
      for (let request = todo.pop(); request !== undefined; request = todo.pop()) {
        const isControl = request.operation.api === "control";
        const port = isControl ? ports.control : ports.apis;
        const sent = bytesOf(request, `127.0.0.1:${port}`, some);
        const outcome = await worker[isControl ? "control" : "apis"].exchange(
          sent.bytes,
          request.method,
        );
        remember(some, request, sent.target, outcome);
        const reason = judge(request, outcome, sent);
        counted.request(request, outcome, reason && { reason, seed: batch, port, sent });
      }
    };
    const eachStrange = async () => {
      for (let one = strange.pop(); one !== undefined; one = strange.pop()) {
        const saying = say(one, batch);
        const isSlow = one.after === "wait" || one.after === "drip";
        if (!isSlow) await saying;
        else {
          slow.add(saying);
          void saying.then(() => slow.delete(saying));
          if (slow.size >= SLOW_AT_ONCE) await Promise.race(slow);
        }
      }
    };
    const say = async (one: WireCase, batchSeed: number) => {
      const heard = await converse(ports.apis, one);
      const reason = judgeWire(one, heard);
      const sent: Sent = { target: one.name, bytes: Buffer.concat(one.chunks), headBytes: 0 };
      counted.wire(one, heard, reason && { reason, seed: batchSeed, port: ports.apis, sent });
    };
    await Promise.all([...workers.map(each), eachStrange()]);
    await afterBatch?.(done + numRuns);
  }
  await Promise.all(slow);
  for (const { apis, control } of workers) {
    apis.close();
    control.close();
  }
  return counted.result();
}

/** Empties the server; on a connection of its own, since one that is kept may be closed by limits as short as these. */
async function reset(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}/reset`;
  const { status } = await fetch(url, { method: "POST", headers: { Connection: "close" } });
  if (status !== 204) throw new Error(`The server could not be reset: ${status}`);
}

/** What has just been made is there to be asked for. */
function remember(some: Ids, { operation }: FuzzedRequest, target: string, outcome: Outcome): void {
  if (typeof outcome === "string" || outcome.status >= 300 || operation.method !== "POST") return;
  const answer: unknown = outcome.body.length > 0 ? JSON.parse(outcome.body.toString()) : undefined;
  const { id, session_id = id } = isObject(objectOf(answer).data)
    ? objectOf(objectOf(answer).data)
    : objectOf(answer);
  if (typeof session_id !== "string") return;
  const [chatbot] = CHATBOT.exec(target) ?? [];
  some.add(idName(operation.api, operation.path), { id: session_id, chatbot });
}
