import type { TargetConfig } from "../config.ts";
import type { JsonObject } from "../contract/json.ts";
import type { Answered } from "./client.ts";
import type { Prepared } from "./prepare.ts";
import type { Step } from "./script.ts";

/** What a tool has against a target, in its own words as far as they do not change from run to run. */
export interface Alarm {
  /** The operations that it names, by their ids in the contract; none where it names none. */
  readonly operations: readonly string[];
  readonly text: string;
}

/** What a tool gets for one run. */
export interface Task {
  readonly api: string;
  /** The target, behind the counting proxy. */
  readonly url: string;
  readonly prepared: Prepared;
  /** The contract with the target's ids as examples, and the file it stands in. */
  readonly contract: JsonObject;
  readonly contractFile: string;
  /** For tools that only watch a client. */
  readonly script: readonly Step[];
  /** What a sound server answered to the same script, with the ids that it had. */
  readonly rehearsal: readonly Answered[];
  /** An empty folder, gone afterwards. */
  readonly folder: string;
  /** For tools that draw by lot. */
  readonly seed: number;
  /** What our own suite is told. */
  readonly config: TargetConfig;
  /** The operation of a method and a path, template or not, with or without the target's base path. */
  readonly operationAt: (method: string, path: string) => string | undefined;
}

/** A tool as it is set up for the comparison. */
export interface Peer {
  /** In results and tables: `schemathesis`, `schemathesis, 100 examples`. */
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** For people, with placeholders; how to see the same again. */
  readonly command: string;
  /** What it is given besides the contract, and what it cannot do, in a sentence or two. */
  readonly about: string;
  /** Another seed, another run. */
  readonly random: boolean;
  /** On how many of the servers it is tried: fewer where a run takes long, always the first ones of the same list. */
  readonly share: "all" | "tenth";
  /** @throws Error when the tool did not come to a report */
  run(task: Task): Promise<readonly Alarm[]>;
}
