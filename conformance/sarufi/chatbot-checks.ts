import { type Check, check } from "../check.ts";
import {
  answered,
  at,
  control,
  isSuccess,
  listAt,
  permitted,
  refusedWith,
  show,
  textAt,
} from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import { bare, doomed, figures, make, scratch, scratchId } from "./chatbots.ts";
import { has, sentIn } from "./members.ts";
import { itemWith } from "./walk.ts";

const duplicate: Probe<{ readonly again: Exchange }> = {
  name: "a chatbot of the same name",
  run: async (context) => {
    const { renamed } = await context.use(scratch);
    const name = textAt(renamed, "name");
    return { again: await make(context, { name }, "a name that is taken") };
  },
};

const neighbour: Probe<{ readonly other: Exchange }> = {
  name: "the configured chatbot",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("chatbot_id");
    await context.use(scratch);
    return {
      other: await context.send({
        operationId: "getChatbot",
        path: { chatbot_id },
        purpose: "the chatbot of the fixtures",
      }),
    };
  },
};

interface Stranger {
  readonly id: string;
  readonly refused: readonly Exchange[];
  /** The chatbots of the other workspace. */
  readonly listed: Exchange;
}

const stranger: Probe<Stranger> = {
  name: "another workspace's key at our chatbot",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const chatbot_id = await scratchId(context);
    const { send } = context;
    const authorization = "Bearer {other_workspace_key}";
    const theirs = { authorization, path: { chatbot_id } };
    const body = { description: "Changed by a stranger" };
    return {
      id: chatbot_id,
      listed: await send({
        authorization,
        operationId: "listChatbots",
        purpose: "the chatbots of another workspace",
      }),
      refused: [
        await send({
          ...theirs,
          operationId: "getChatbot",
          purpose: "our chatbot, with another workspace's key",
        }),
        await send({
          ...theirs,
          operationId: "updateChatbot",
          body,
          purpose: "a change of it, with that key",
        }),
        await send({
          ...theirs,
          operationId: "getChatbotStats",
          purpose: "its figures, with that key",
        }),
      ],
    };
  },
};

/** What the documentation promises of each chatbot. */
export const chatbotChecks: readonly Check[] = [
  check("sarufi/chatbots/is-made-as-asked", scratch, ({ created }) =>
    has(created, "A new chatbot", sentIn(created)),
  ),
  check("sarufi/chatbots/created-now", scratch, ({ created }) =>
    notNow(created, at(control(created).json, "created_at"), "created_at"),
  ),
  check("sarufi/chatbots/not-updated-at-first", scratch, ({ created }): Finding[] => {
    const actual = at(control(created).json, "updated_at") ?? null;
    if (actual === null) return [];
    return [
      {
        message: "A new chatbot has been updated already",
        expected: "updated_at null",
        actual: show(actual),
        exchange: created,
      },
    ];
  }),
  check("sarufi/chatbots/name-is-taken-once", duplicate, ({ again }) =>
    refusedWith(again, [400, 409, 422]),
  ),
  check("sarufi/chatbots/taken-name-is-a-conflict", duplicate, ({ again }) =>
    isSuccess(answered(again)) ? untestable("the name could be taken") : refusedWith(again, [409]),
  ),
  check("sarufi/chatbots/a-name-is-enough", bare, ({ bare: alone, full }) => {
    // What is refused whatever it says, such as one chatbot too many, says nothing of its members.
    if (full !== undefined) control(full);
    return permitted(alone);
  }),
  check("sarufi/chatbots/name-cannot-be-taken-over", doomed, ({ made, usurping }) => {
    control(made);
    return refusedWith(usurping, [400, 409, 422]);
  }),
  check("sarufi/chatbots/deleted-is-gone", doomed, ({ deleted, after, belongings }) => {
    control(deleted);
    return [after, ...belongings].flatMap((each) => refusedWith(each, [404]));
  }),
  check("sarufi/chatbots/share-their-workspace", neighbour, ({ other }, { evidence }) =>
    has(other, "Another chatbot", {
      workspace_id: textAt(evidence(scratch).created, "workspace_id"),
    }),
  ),
  check("sarufi/chatbots/stats-are-the-chatbots", figures, ({ control: stats }, { evidence }) => {
    const { renamed } = evidence(scratch);
    const [id, name] = [textAt(renamed, "id"), textAt(renamed, "name")];
    return has(stats, "The figures of a chatbot", { id, name });
  }),
  check("sarufi/keys/chatbots-are-apart", stranger, ({ id, refused, listed }) => [
    ...refused.flatMap((exchange) => refusedWith(exchange, [401, 403, 404])),
    ...(isSuccess(answered(listed)) && itemWith(listAt(listed, "items"), id) !== undefined
      ? has(listed, "Our chatbot in another workspace", { listed: false }, { listed: true })
      : []),
  ]),
];
