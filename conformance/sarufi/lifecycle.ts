import { type Check, check } from "../check.ts";
import { control, refusedWith, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { neutral, ownMessage, ownSession, startSession } from "./chat.ts";

/** A session in which nothing is said before the end of the run, so that it has not ended by itself. */
export const alive: Probe<{ readonly session: Exchange }> = {
  name: "a session in which nothing is said",
  run: async (context) => ({ session: await startSession(context, "a session left alone") }),
};

const aliveId = async ({ use }: ProbeContext): Promise<string> =>
  textAt((await use(alive)).session, "session_id");

/** A message to a session that the user names. */
const messageTo = (fixture: string, what: string): Probe<{ readonly exchange: Exchange }> => ({
  name: what,
  run: async (context) => {
    const [session_id] = await context.fixture(fixture);
    const valid = (await context.use(ownMessage)).control;
    control(valid);
    return {
      exchange: await context.send({
        ...valid.call,
        path: { ...valid.call.path, session_id },
        purpose: what,
      }),
    };
  },
});

const closed = messageTo("closed_session_id", "a message to a closed session");
const expired = messageTo("expired_session_id", "a message to an expired session");

/** A session with a chatbot that has no published flow. */
const unpublished: Probe<{ readonly exchange: Exchange }> = {
  name: "a session without a published flow",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("unpublished_chatbot_id");
    const valid = (await context.use(ownSession)).control;
    control(valid);
    return {
      exchange: await context.send({
        ...valid.call,
        path: { chatbot_id },
        purpose: "a chatbot without a published flow",
      }),
    };
  },
};

interface TwoBots {
  readonly theirs: Exchange;
  readonly ours: Exchange;
}

/** Two chatbots, and each one's session under the other. */
const twoBots: Probe<TwoBots> = {
  name: "a session under another chatbot",
  run: async (context) => {
    const [other] = await context.fixture("other_chatbot_id");
    const own = (await context.use(ownMessage)).control;
    control(own);
    const session = await context.send({
      operationId: "createChatSession",
      path: { chatbot_id: other },
      purpose: "a session with another chatbot",
    });
    const theirSession = textAt(session, "session_id");
    const ask = (path: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      context.send({ ...own.call, path: { ...own.call.path, ...path }, purpose });
    return {
      theirs: await ask({ session_id: theirSession }, "another chatbot's session under ours"),
      ours: await ask(
        { chatbot_id: other, session_id: await aliveId(context) },
        "our session under another chatbot",
      ),
    };
  },
};

interface Stranger {
  readonly session: Exchange;
  readonly message: Exchange;
}

/** Another workspace's key at our chatbot and in our session. */
const stranger: Probe<Stranger> = {
  name: "another workspace's key",
  run: async (context: ProbeContext) => {
    await context.fixture("other_workspace_key");
    const authorization = "Bearer {other_workspace_key}";
    const session = (await context.use(ownSession)).control;
    const message = (await context.use(ownMessage)).control;
    control(message);
    const path = { ...message.call.path, session_id: await aliveId(context) };
    return {
      session: await context.send({
        ...session.call,
        authorization,
        purpose: "a session with another workspace's key",
      }),
      message: await context.send({
        ...message.call,
        path,
        authorization,
        purpose: "a message with another workspace's key",
      }),
    };
  },
};

interface Scheme {
  readonly bare: Exchange;
}

/** The right key without the word Bearer. */
const scheme: Probe<Scheme> = {
  name: "the key without its scheme",
  run: async ({ send, use }) => {
    const valid = (await use(ownSession)).control;
    control(valid);
    return {
      bare: await send({
        ...valid.call,
        authorization: "{key}",
        purpose: "the key without the word Bearer",
      }),
    };
  },
};

/** A body that is cut off. */
export const brokenJson: Probe<{ readonly exchange: Exchange }> = {
  name: "a body that is not JSON",
  run: async (context) => {
    const { call } = (await context.use(ownMessage)).control;
    control((await context.use(ownMessage)).control);
    return {
      exchange: await context.send({
        ...call,
        path: { ...call.path, session_id: await aliveId(context) },
        purpose: "a body that is cut off",
        raw: { body: `{"message": "${neutral}"` },
      }),
    };
  },
};

/** What the documentation promises of sessions that have ended, of chatbots that differ, and of keys. */
export const lifecycleChecks: readonly Check[] = [
  check("sarufi/sessions/closed-session-is-gone", closed, ({ exchange }) =>
    refusedWith(exchange, [410]),
  ),
  check("sarufi/sessions/expired-session-does-not-answer", expired, ({ exchange }) =>
    refusedWith(exchange, [400, 404, 410]),
  ),
  check("sarufi/sessions/need-a-published-flow", unpublished, ({ exchange }) =>
    refusedWith(exchange, [400]),
  ),
  check("sarufi/sessions/belong-to-their-chatbot", twoBots, ({ theirs, ours }) => [
    ...refusedWith(theirs, [404]),
    ...refusedWith(ours, [404]),
  ]),
  check("sarufi/keys/workspaces-are-apart", stranger, ({ session, message }) => [
    ...refusedWith(session, [401, 403, 404]),
    ...refusedWith(message, [401, 403, 404]),
  ]),
  check("sarufi/keys/scheme-is-required", scheme, ({ bare }) => refusedWith(bare, [401])),
  check("sarufi/errors/broken-json-is-refused", brokenJson, ({ exchange }) =>
    refusedWith(exchange, [400, 422]),
  ),
];
