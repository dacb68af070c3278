import type { Recording } from "../../check.ts";
import { validatorFor } from "../../contract/validate.ts";
import { answerRules } from "../../derive/answers.ts";
import { isSuccess } from "../../evidence.ts";
import type { Exchange, Response, Verdict } from "../../model.ts";
import { idsWith, verdictOf } from "../trial.ts";
import type { DerivedMutant } from "./mutant.ts";
import type { Recorded } from "./record.ts";
import { replay } from "./replay.ts";

/** What became of a mutant. */
export type Fate =
  /** At least one requirement failed. */
  | { readonly name: "killed"; readonly by: readonly string[] }
  /** Nothing failed, and yet it is not called conformant: too much could not be seen. */
  | { readonly name: "undetermined" }
  /** It passes for a sound server. */
  | { readonly name: "survived" }
  /** It answers the whole run as a sound server does: what it gets wrong, nobody asks. */
  | { readonly name: "idle" };

/** Judges a mutant on a recording: the cheapest way first that shows it. */
export async function fateOf(recorded: Recorded, mutant: DerivedMutant): Promise<Fate> {
  const wrong = firstWrong(recorded, mutant);
  if (wrong === undefined) return { name: "idle" };
  const own = `${mutant.api}/derived/${mutant.operation}/`;
  const atOnce = brokenBy(recorded, mutant, wrong);
  if (atOnce.length > 0) return { name: "killed", by: atOnce };
  const { judged: part } = await replay(recorded, mutant, (id) => id.startsWith(own));
  const ownFailed = idsWith(part, "failed");
  if (ownFailed.length > 0) return { name: "killed", by: ownFailed };
  const { judged } = await replay(recorded, mutant);
  const failed = idsWith(judged, "failed");
  if (failed.length > 0) return { name: "killed", by: failed };
  const verdict: Verdict = verdictOf(recorded.target.suite, judged);
  return { name: verdict === "conformant" ? "survived" : "undetermined" };
}

/** An answer that a mutant gets wrong, as it gives it, and as a sound server does. */
interface Wrong {
  readonly exchange: Exchange;
  readonly sound: Response;
}

/** The first answer that the mutant gets wrong. Until then a run of it and of a sound server are the same. */
function firstWrong(
  { exchanges }: Recorded,
  { operation, change }: DerivedMutant,
): Wrong | undefined {
  for (const exchange of exchanges) {
    const { call, request, response: sound } = exchange;
    if (call.operationId !== operation || sound === undefined) continue;
    const response = change(sound, request);
    if (response !== sound) return { sound, exchange: { ...exchange, response } };
  }
  return undefined;
}

/** The requirements on any answer of the operation that one answer breaks by itself. */
function brokenBy(
  { contract, target: { suite } }: Recorded,
  { operation: id }: DerivedMutant,
  { exchange, sound }: Wrong,
): readonly string[] {
  const operation = contract.operations.get(id);
  // A 429, or a gateway's trouble, makes the suite ask again instead of judging.
  if (operation === undefined || [429, 502, 503, 504].includes(exchange.response?.status ?? 0))
    return [];
  const recording: Recording = {
    contract,
    validator: validatorFor(contract.document),
    exchanges: [exchange],
    // as never: these rules only ask that their probes have run.
    evidence: () => undefined as never,
  };
  const refusal = `${suite.api}/derived/${id}/refusal-body`;
  return answerRules({ contract, operation, suite }).flatMap(({ requirement, check }) => {
    // Refusals are judged once the control succeeded; a success that is none any more may be just that.
    if (requirement.id === refusal && isSuccess(sound)) return [];
    try {
      const judgement = check.judge(recording);
      return "observed" in judgement || judgement.length === 0 ? [] : [requirement.id];
    } catch {
      return [];
    }
  });
}
