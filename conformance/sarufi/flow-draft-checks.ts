import { type Check, check } from "../check.ts";
import { at, control, listAt, permitted, refusedWith, show, textAt } from "../evidence.ts";
import { defined, draft, texts } from "./flow-drafts.ts";
import { made, redefined } from "./flow-publishing.ts";
import { types } from "./flow-types.ts";
import { has } from "./members.ts";
import { itemWith } from "./walk.ts";

/** What the documentation promises of flows that are written. */
export const flowDraftChecks: readonly Check[] = [
  check("sarufi/flows/starts-as-a-draft", draft, ({ created }) =>
    has(created, "A new flow", {
      status: "draft",
      name: "Concordat",
      type: "conversation",
      chatbot_id: created.call.path?.chatbot_id,
    }),
  ),
  check("sarufi/flows/not-updated-at-first", draft, ({ created }) => {
    const updated_at = at(control(created).json, "updated_at") ?? null;
    return has(created, "A new flow", { updated_at: null }, { updated_at });
  }),
  check("sarufi/flows/is-blank-without-a-definition", draft, ({ created }) => {
    const flow = at(control(created).json, "flow");
    const states = { ...Object(flow), ...Object(at(flow, "states")) };
    const stated = Object.values(states).some(
      (state) => at(state, "message") !== undefined || at(state, "transitions") !== undefined,
    );
    return stated ? has(created, "A flow made without a definition", { flow: {} }) : [];
  }),
  check("sarufi/flows/is-made-with-its-definition", made, ({ created }) => {
    const refused = permitted(created);
    if (refused.length > 0) return refused;
    return JSON.stringify(at(control(created).json, "flow")).includes(texts.b[0])
      ? []
      : has(created, "A flow made with a definition", { flow: created.call.body });
  }),
  check("sarufi/flows/both-types-are-made", types, ({ made }) =>
    made.flatMap((each) => {
      const refused = refusedWith(each, [201]);
      return refused.length > 0
        ? refused
        : has(each, "A flow", { type: at(each.call.body, "type") });
    }),
  ),
  check("sarufi/flows/change-is-kept", draft, ({ created, renamed, read }) => {
    const kept = {
      id: textAt(created, "id"),
      name: "Concordat A",
      type: "conversation",
      status: "draft",
      chatbot_id: created.call.path?.chatbot_id,
    };
    return [...has(renamed, "A renamed flow", kept), ...has(read, "A renamed flow, read", kept)];
  }),
  check("sarufi/flows/is-listed", draft, ({ created, listed }) => {
    const item = itemWith(listAt(listed, "items"), textAt(created, "id"));
    return has(
      listed,
      "Our flow in the list",
      { name: "Concordat A", status: "draft", chatbot_id: created.call.path?.chatbot_id },
      item ?? {},
    );
  }),
  check("sarufi/flows/total-is-all-of-them", draft, ({ listed }) =>
    has(listed, "All flows", { total: listAt(listed, "items").length }),
  ),
  check("sarufi/flows/definition-is-kept", defined, ({ written, read, validated }) => {
    // One form of two may be unknown to the target.
    const refused = written.map(permitted);
    if (refused.every(({ length }) => length > 0)) return refused.flat().slice(0, 1);
    control(validated);
    return [
      ...has(read, "A flow that was defined", { name: "Concordat A" }),
      ...(JSON.stringify(at(control(read).json, "flow")).includes(texts.a[0])
        ? []
        : has(read, "A flow that was defined", { flow: texts.a[0] })),
    ];
  }),
  check("sarufi/flows/definition-replaces-the-whole", redefined, ({ changed }) => {
    const flow = JSON.stringify(at(control(changed).json, "flow"));
    if (flow.includes(texts.c[0]) && !flow.includes(texts.b[0]) && !flow.includes(texts.b[1]))
      return [];
    return [
      {
        message: "A definition does not replace the whole of the one before",
        expected: `a flow that says ${texts.c[0]} and has no state ${texts.b[1]}`,
        actual: show(at(changed.response?.json, "flow")),
        exchange: changed,
      },
    ];
  }),
  check("sarufi/flows/draft-is-not-live", draft, ({ created, early }) => {
    control(created);
    return refusedWith(early, [400]);
  }),
];
