import { type Check, check } from "../check.ts";
import { answered, control, isSuccess, refusedWith } from "../evidence.ts";
import type { Call, Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { defaultList, idsOf } from "./inbox.ts";
import { changed, ownId } from "./own-conversation.ts";

interface Schemes {
  readonly control: Exchange;
  readonly bare: Exchange;
  readonly other: Exchange;
}

/** The right key, under no scheme and under another one. */
export const schemes: Probe<Schemes> = {
  name: "the key under another scheme",
  run: async ({ send, use }) => {
    const valid = (await use(defaultList)).control;
    control(valid);
    const as = (authorization: string, purpose: string): Promise<Exchange> =>
      send({ ...valid.call, authorization, purpose });
    return {
      control: valid,
      bare: await as("{key}", "the key without the word Bearer"),
      other: await as("Token {key}", "the key under the scheme Token"),
    };
  },
};

interface ReadOnly {
  readonly reading: Exchange;
  readonly writing: Exchange;
}

/** A key that may only read, reading and writing. */
const readOnly: Probe<ReadOnly> = {
  name: "a key that may only read",
  run: async (context) => {
    await context.fixture("read_only_key");
    const authorization = "Bearer {read_only_key}";
    const valid = (await context.use(changed)).control;
    control(valid);
    const id = await ownId(context);
    const reading = await context.send({
      operationId: "getConversation",
      path: { id },
      purpose: "a read with a read-only key",
      authorization,
    });
    return {
      reading,
      writing: await context.send({
        ...valid.call,
        authorization,
        purpose: "a change with a read-only key",
      }),
    };
  },
};

interface Stranger {
  /** What must not succeed: reading, changing, and both again with its messages. */
  readonly attempts: readonly Exchange[];
  readonly list: Exchange;
  readonly id: string;
}

/** Another workspace's key at our conversation. */
const stranger: Probe<Stranger> = {
  name: "another workspace's key",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const authorization = "Bearer {other_workspace_key}";
    const own = (await context.use(changed)).control;
    control(own);
    const id = await ownId(context);
    const attempt = (call: Omit<Call, "purpose">, what: string): Promise<Exchange> =>
      context.send({ ...call, authorization, purpose: `${what} with another workspace's key` });
    const messages = { path: { conversation_id: id } };
    return {
      attempts: [
        await attempt({ operationId: "getConversation", path: { id } }, "a read"),
        await attempt(own.call, "a change"),
        await attempt({ operationId: "listMessages", ...messages }, "a read of messages"),
        await attempt(
          { operationId: "sendMessage", ...messages, body: { content: "Halo", private: true } },
          "a note",
        ),
      ],
      list: await context.send({
        operationId: "listConversations",
        purpose: "the list with another workspace's key",
        query: { per_page: "100" },
        authorization,
      }),
      id,
    };
  },
};

/** What the documentation promises of keys, beyond that one is required. */
export const keyChecks: readonly Check[] = [
  check("sahut/keys/scheme-is-required", schemes, ({ bare }) => refusedWith(bare, [401])),
  check("sahut/keys/other-schemes-are-refused", schemes, ({ other }) => refusedWith(other, [401])),
  check("sahut/keys/read-only-key-may-not-write", readOnly, ({ reading, writing }) => {
    control(reading);
    return refusedWith(writing, [403]);
  }),
  check("sahut/keys/workspaces-are-apart", stranger, ({ attempts, list, id }) => [
    ...attempts.flatMap((each) => refusedWith(each, [401, 403, 404])),
    ...(isSuccess(answered(list)) && idsOf(list).includes(id)
      ? [
          {
            message: "A conversation is listed in another workspace",
            expected: `no ${id}`,
            actual: id,
            exchange: list,
          },
        ]
      : []),
  ]),
];
