import { check } from "../check.ts";
import { control, refusedWith } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { controlOf, type Derived, derived, type Subject } from "./derived.ts";

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
      control(valid.control);
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
  const unknown = authorizedBy(
    subject,
    `Bearer ${suite.unknownKey}`,
    "with a key that does not exist",
  );
  return [
    derived(
      subject,
      "refuses-missing-key",
      "must",
      `\`${operation.id}\` answers 401 without a key.`,
      (id) => check(id, withoutKey(subject), ({ refused }) => refusedWith(refused, [401])),
    ),
    derived(
      subject,
      "refuses-unknown-key",
      "must",
      `\`${operation.id}\` answers 401 to a key that does not exist.`,
      (id) => check(id, unknown, ({ refused }) => refusedWith(refused, [401])),
    ),
  ];
}
