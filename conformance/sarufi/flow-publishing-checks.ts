import { type Check, check } from "../check.ts";
import { answered, at, control, isSuccess, refusedWith, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import { notNow } from "../timestamps.ts";
import { speaks } from "./flow-calls.ts";
import { texts } from "./flow-drafts.ts";
import { deleted, meta } from "./flow-endings.ts";
import { live, replaced } from "./flow-publishing.ts";
import { has } from "./members.ts";

/** A greeting is what a flow says, once it is known that greetings of this target are that. */
function greets(greeting: Exchange, [text]: readonly [string, string]): readonly Finding[] {
  const { json } = control(greeting);
  if (speaks(greeting, text)) return [];
  return [
    {
      message: "A new session is not greeted by the flow that was published last",
      expected: text,
      actual: show(at(json, "messages")),
      exchange: greeting,
    },
  ];
}

function mustGreet(greeting: Exchange): void {
  if (!speaks(greeting, texts.a[0]))
    missingFixture("flow", "a session is not greeted with what the first state of a flow says");
}

/** What the documentation promises of published flows. */
export const flowPublishingChecks: readonly Check[] = [
  check("sarufi/flows/is-published", live, ({ published, read }) => {
    const refused = refusedWith(published, [200]);
    if (refused.length > 0) return refused;
    return [
      ...has(published, "A publication", { id: published.call.path?.flow_id }),
      ...notNow(published, at(control(published).json, "published_at"), "published_at"),
      ...has(read, "A published flow", { status: "published" }),
    ];
  }),
  check("sarufi/flows/published-is-live", live, ({ published, greeting }) => {
    control(published);
    return refusedWith(greeting, [201]);
  }),
  check("sarufi/flows/greets-by-its-first-state", live, ({ greeting }) =>
    greets(greeting, texts.a),
  ),
  check("sarufi/flows/publishing-replaces-the-live-one", replaced, ({ greeting }, { evidence }) => {
    mustGreet(evidence(live).greeting);
    return greets(greeting, texts.b);
  }),
  check("sarufi/flows/default-is-the-fallback", replaced, ({ talk, more }): readonly Finding[] => {
    const names = ["greet_user", texts.b[1]];
    const states = [talk, more].map((each) => at(each?.response?.json, "current_state"));
    if (more === undefined || !names.includes(String(states[0])))
      missingFixture("flow", "a reply does not name a state as the flow does");
    const [expected] = names.filter((name) => name !== states[0]);
    if (states[1] === expected) return [];
    return [
      {
        message: "Input that fits no transition does not follow default",
        expected: `from ${String(states[0])} to ${expected}`,
        actual: show(states[1]),
        exchange: more,
      },
    ];
  }),
  check("sarufi/flows/meta-is-not-live", meta, ({ published, greeting }, { evidence }) => {
    const { late } = evidence(deleted);
    if (!isSuccess(answered(published)) || answered(late).status !== 400)
      missingFixture("flow", "a blank meta flow cannot be published");
    return refusedWith(greeting, [400]);
  }),
];
