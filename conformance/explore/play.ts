import * as fc from "fast-check";
import { describe, isSuccess } from "../evidence.ts";
import type { Call, Exchange } from "../model.ts";
import { Unanswered } from "../obstacles.ts";
import type { Setting, Step, Topic } from "./move.ts";
import { type Ask, type Difference, faultOf } from "./seen.ts";
import { type Both, type Side, type Symbols, symbols } from "./symbols.ts";
import { newWorld, type World } from "./world.ts";

/** How both servers are reached. */
export type Senders = Both<(call: Call) => Promise<Exchange>>;

/** A journey under way. */
export interface Stage {
  readonly api: string;
  readonly world: World;
  readonly asks: Both<Ask>;
  /** What the target was asked and has answered. */
  readonly trace: Exchange[];
  /** Whether a fault is looked for; differences by others are passed over. */
  readonly wants: (fault: string) => boolean;
}

/** A journey that was made, as far as its first wanted difference. */
export interface Played {
  /** Those that could be made. */
  readonly steps: readonly Step[];
  readonly trace: readonly Exchange[];
  readonly difference?: Difference;
}

/**
 * The journey of a seed: a topic, its opening, and then any steps of it. Numbers are drawn without a preference for
 * small ones: a fault may need several of a thing.
 */
export function journeyOf(seed: number, topics: readonly Topic[]): readonly Step[] {
  const journeys = fc.oneof(
    ...topics.map((topic) => ({ weight: topic.weight, arbitrary: within(topic) })),
  );
  const [journey = []] = fc.sample(fc.noBias(journeys), { seed, numRuns: 1 });
  return journey;
}

function within({ opening, moves }: Topic): fc.Arbitrary<readonly Step[]> {
  const rest = fc.array(fc.oneof(...moves), { minLength: 4, maxLength: 20, size: "max" });
  return fc
    .tuple(fc.tuple(...opening.map(({ arbitrary }) => usually(arbitrary))), rest)
    .map(([first, others]) => [...first.flat(), ...others]);
}

/** Something, or now and then nothing. */
const usually = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.tuple(fc.nat(15), arbitrary).map(([there, value]) => (there === 0 ? [] : [value]));

/** Whatever is asked, the documentation has no step of a journey end in a fault of the server's. */
function crashOf(api: string, exchange: Exchange): readonly Difference[] {
  const status = exchange.response?.status ?? 0;
  if (status < 500) return [];
  return [
    {
      breaks: `${api}/derived/${exchange.call.operationId}/no-server-error`,
      message: `${exchange.call.purpose}: the answer is ${status}`,
      expected: "no fault of the server's, as by the reference server",
      actual: `status ${status}`,
      exchange,
    },
  ];
}

/** Makes one journey, each step on both servers before the next. Steps that cannot be made where they stand are left out. */
export async function play(journey: readonly Step[], stage: Stage): Promise<Played> {
  const { api, world, asks, trace, wants } = stage;
  const steps: Step[] = [];
  for (const step of journey) {
    if (!step.ready(world)) continue;
    steps.push(step);
    const before = trace.length;
    const differences = await step.play(world, asks);
    const crashes = trace.slice(before).flatMap((exchange) => crashOf(api, exchange));
    // What else there is to say of a step that has crashed follows from it.
    const difference = (crashes.length > 0 ? crashes : differences).find((each) =>
      wants(faultOf(each)),
    );
    if (difference !== undefined) return { steps, trace: [...trace], difference };
  }
  return { steps, trace: [...trace] };
}

/** The start of a journey. */
export function stageFor(
  api: string,
  { known, texts }: Setting,
  word: string,
  senders: Senders,
  wants: Stage["wants"],
): Stage {
  const names = symbols();
  for (const [symbol, ids] of Object.entries(known)) names.bind(symbol, ids);
  const trace: Exchange[] = [];
  return {
    api,
    world: newWorld(word, names, texts),
    asks: {
      target: askFor("target", senders, names, (exchange) => trace.push(exchange)),
      oracle: askFor("oracle", senders, names, () => {}),
    },
    trace,
    wants,
  };
}

function askFor(
  side: Side,
  senders: Senders,
  names: Symbols,
  record: (exchange: Exchange) => void,
): Ask {
  return async (call) => {
    const exchange = await senders[side](names.resolve(side, call));
    record(exchange);
    const { response } = exchange;
    if (response === undefined) {
      throw new Unanswered(`${describe(exchange)}: ${exchange.failure ?? "no answer"}`);
    }
    const json = names.recognize(side, response.json);
    return { exchange, status: response.status, ok: isSuccess(response), json };
  };
}
