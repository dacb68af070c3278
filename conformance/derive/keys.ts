import { check } from "../check.ts";
import { bearer } from "../contract/credential.ts";
import { refusedWith } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import {
  controlOf,
  type Derived,
  derivationOf,
  derived,
  type Subject,
  succeeded,
} from "./derived.ts";

type Refusal = { readonly control: Exchange; readonly refused: Exchange };

// One probe an operation and run: several rules look at the same refusal.
const known = new WeakMap<ControlProbe, Probe<Refusal>>();

/** The operation's control, sent again without a key. */
export function withoutKey(subject: Subject): Probe<Refusal> {
  const valid = controlOf(subject);
  const earlier = known.get(valid);
  if (earlier !== undefined) return earlier;
  const probe = authorizedBy(subject, null, "without a key");
  known.set(valid, probe);
  return probe;
}

function authorizedBy(subject: Subject, authorization: string | null, how: string): Probe<Refusal> {
  return {
    name: `${subject.operation.id} ${how}`,
    run: async ({ send, use }) => {
      const valid = await use(controlOf(subject));
      succeeded(valid);
      const { call } = valid.control;
      const refused = await send({ ...call, authorization, purpose: `${call.purpose}, ${how}` });
      return { control: valid.control, refused };
    },
  };
}

/** A key is required, and not just any: 401 without one and with one that belongs to nobody. */
export function keyRules(subject: Subject): readonly Derived[] {
  const { operation, suite } = subject;
  if (!operation.secured) return [];
  const [{ prefix } = bearer] = operation.credentials;
  const unknown = authorizedBy(
    subject,
    `${prefix}${suite.unknownKey}`,
    "with a key that does not exist",
  );
  const { keyRefusals } = derivationOf(subject);
  const answer = keyRefusals.length === 1 ? `answers ${keyRefusals}` : "gives a refusal";
  return [
    derived(
      subject,
      "refuses-missing-key",
      "must",
      `\`${operation.id}\` ${answer} without a key.`,
      (id) => check(id, withoutKey(subject), ({ refused }) => refusedWith(refused, keyRefusals)),
    ),
    derived(
      subject,
      "refuses-unknown-key",
      "must",
      `\`${operation.id}\` ${answer} to a key that does not exist.`,
      (id) => check(id, unknown, ({ refused }) => refusedWith(refused, keyRefusals)),
    ),
  ];
}
