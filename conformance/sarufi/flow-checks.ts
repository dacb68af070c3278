import { type Check, check } from "../check.ts";
import {
  answered,
  at,
  control,
  isSuccess,
  listAt,
  refusedWith,
  show,
  textAt,
} from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import {
  broken,
  defined,
  deleted,
  draft,
  live,
  meta,
  redefined,
  replaced,
  speaks,
  texts,
  workbench,
} from "./flows.ts";
import { itemWith } from "./walk.ts";

/** Members of an answer are what they should be. */
function has(
  exchange: Exchange,
  what: string,
  wanted: Readonly<Record<string, unknown>>,
  json: unknown = control(exchange).json,
): readonly Finding[] {
  return Object.entries(wanted).flatMap(([member, expected]): Finding[] => {
    const actual = at(json, member);
    if (actual === expected) return [];
    return [
      { message: `${what}: ${member}`, expected: show(expected), actual: show(actual), exchange },
    ];
  });
}

/** Both types are made, under names that nothing else has. */
const types: Probe<{ readonly made: readonly Exchange[] }> = {
  name: "a flow of each type",
  run: async (context) => {
    const path = { chatbot_id: await workbench(context) };
    const made: Exchange[] = [];
    for (const type of ["conversation", "meta"]) {
      const body = { name: `Concordat, ${type}`, type };
      const purpose = `a flow of the type ${type}`;
      made.push(await context.send({ operationId: "createFlow", path, body, purpose }));
    }
    return { made };
  },
};

const stranger: Probe<{ readonly refused: readonly Exchange[] }> = {
  name: "another workspace's key at our flow",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const { listed, renamed } = await context.use(draft);
    control(listed);
    const authorization = "Bearer {other_workspace_key}";
    const refused: Exchange[] = [];
    for (const { call } of [listed, renamed]) {
      const purpose = `${call.purpose}, with another workspace's key`;
      refused.push(await context.send({ ...call, authorization, purpose }));
    }
    return { refused };
  },
};

const elsewhere: Probe<{ readonly read: Exchange }> = {
  name: "our flow under another chatbot",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("chatbot_id");
    const { read } = await context.use(draft);
    control(read);
    const path = { ...read.call.path, chatbot_id };
    const purpose = "our flow under another chatbot";
    return { read: await context.send({ ...read.call, path, purpose }) };
  },
};

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

/** What the documentation promises of flows. */
export const flowChecks: readonly Check[] = [
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
  check("sarufi/flows/is-made-with-its-definition", replaced, ({ created }) =>
    JSON.stringify(at(control(created).json, "flow")).includes(texts.b[0])
      ? []
      : has(created, "A flow made with a definition", { flow: created.call.body }),
  ),
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
    };
    return [...has(renamed, "A renamed flow", kept), ...has(read, "A renamed flow, read", kept)];
  }),
  check("sarufi/flows/is-listed", draft, ({ created, listed }) => {
    const item = itemWith(listAt(listed, "items"), textAt(created, "id"));
    return has(listed, "Our flow in the list", { name: "Concordat A", status: "draft" }, item);
  }),
  check("sarufi/flows/total-is-all-of-them", draft, ({ listed }) =>
    has(listed, "All flows", { total: listAt(listed, "items").length }),
  ),
  check("sarufi/flows/definition-is-kept", defined, ({ read, validated }) => {
    control(validated);
    return JSON.stringify(at(control(read).json, "flow")).includes(texts.a[0])
      ? []
      : has(read, "A flow that was defined", { flow: texts.a[0] });
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

  check("sarufi/flows/documented-form-is-valid", defined, ({ validated, documented }) =>
    documented
      ? has(validated, "The documentation's form of a flow", { valid: true })
      : missingFixture("flow", "the one that is configured stands in for the documented form"),
  ),
  check("sarufi/flows/validating-changes-nothing", defined, ({ validated, read }) => {
    control(validated);
    return has(read, "A flow, once it was validated", { status: "draft" });
  }),
  check("sarufi/flows/dangling-transition-is-an-error", broken, ({ validated }) =>
    has(validated, "A flow that leads nowhere", { valid: false }),
  ),
  check("sarufi/flows/valid-means-without-errors", broken, ({ validated }, { evidence }) =>
    [validated, evidence(defined).validated].flatMap((each) =>
      has(each, "A validated flow", { valid: listAt(each, "errors").length === 0 }),
    ),
  ),
  check("sarufi/flows/missing-default-is-a-warning", broken, ({ warned }) =>
    listAt(warned, "warnings").some((each) => String(at(each, "path")).includes("greet_user"))
      ? []
      : has(warned, "A state without a default transition", {
          warnings: "one with the state in its path",
        }),
  ),
  check("sarufi/flows/errors-are-not-published", broken, ({ validated, published, read }) => {
    if (at(control(validated).json, "valid") === true)
      missingFixture("flow", "the target finds no error in a flow that leads nowhere");
    return [
      ...refusedWith(published, [400, 409, 422]),
      ...has(read, "A flow with errors", { status: "draft" }),
    ];
  }),

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

  check("sarufi/flows/deleted-is-gone", deleted, ({ deleted: gone, after, listed }) => {
    control(gone);
    const id = gone.call.path?.flow_id ?? "";
    const left = itemWith(listAt(listed, "items"), id) === undefined;
    return [
      ...refusedWith(after, [404]),
      ...has(listed, "A deleted flow", { listed: false }, { listed: !left }),
    ];
  }),
  check(
    "sarufi/flows/deleted-is-silent",
    deleted,
    ({ deleted: gone, talk }, { evidence }): readonly Finding[] => {
      control(gone);
      const before = evidence(replaced).talk;
      if (before === undefined || talk === undefined || !speaks(before, texts.b[0]))
        missingFixture("flow", "a session of the flow does not answer");
      const { status } = answered(talk);
      if (status >= 400 && status < 500) return [];
      if (isSuccess(answered(talk)) && listAt(talk, "messages").length === 0) return [];
      return [
        {
          message: "A running chat still gets answers by a flow that was deleted",
          expected: "no messages, or a refusal",
          actual: show(at(talk.response?.json, "messages") ?? status),
          exchange: talk,
        },
      ];
    },
  ),
  check("sarufi/flows/none-is-live-once-deleted", deleted, ({ deleted: gone, late }) => {
    control(gone);
    return refusedWith(late, [400]);
  }),
  check("sarufi/flows/belong-to-their-chatbot", elsewhere, ({ read }) => refusedWith(read, [404])),
  check("sarufi/keys/flows-are-apart", stranger, ({ refused }) =>
    refused.flatMap((exchange) => refusedWith(exchange, [401, 403, 404])),
  ),
];
