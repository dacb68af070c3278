import { at, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { ProbeContext } from "../probe.ts";
import { scratchId } from "./chatbots.ts";

type Body = Readonly<Record<string, unknown>>;

/** The chatbot whose flows the run may write: a fixture, else one of its own. */
export async function workbench(context: ProbeContext): Promise<string> {
  const [given] = await context.optionalFixture("scratch_chatbot_id");
  if (given !== undefined) return given;
  if (context.declares("chatbots")) return scratchId(context);
  return missingFixture(
    "scratch_chatbot_id",
    "the target does not declare chatbots, so none is made",
  );
}

/** Calls an operation on a flow of the workbench, or on all of them. */
export async function call(
  context: ProbeContext,
  operationId: string,
  purpose: string,
  { flow_id, body }: { readonly flow_id?: string; readonly body?: Body } = {},
): Promise<Exchange> {
  const chatbot_id = await workbench(context);
  return context.send({
    operationId,
    purpose,
    path: { chatbot_id, ...(flow_id !== undefined && { flow_id }) },
    ...(body !== undefined && { body }),
  });
}

/** Makes a flow for the workbench's chatbot. */
export const create = (context: ProbeContext, body: Body, purpose: string): Promise<Exchange> =>
  call(context, "createFlow", purpose, { body });

/** A new session of the workbench's chatbot. */
export async function session(context: ProbeContext, purpose: string): Promise<Exchange> {
  const path = { chatbot_id: await workbench(context) };
  return context.send({ operationId: "createChatSession", path, purpose });
}

/** Says something in a session of the workbench's chatbot, if it was started. */
export async function say(
  context: ProbeContext,
  started: Exchange,
  purpose: string,
): Promise<Exchange | undefined> {
  const session_id = at(started.response?.json, "session_id");
  if (typeof session_id !== "string") return undefined;
  return context.send({
    operationId: "sendChatMessage",
    path: { chatbot_id: await workbench(context), session_id },
    body: { message: "Concordat says one thing" },
    purpose,
  });
}

/** Whether the answer to a session or message holds a text. */
export const speaks = (exchange: Exchange, text: string): boolean =>
  exchange.response !== undefined &&
  isSuccess(exchange.response) &&
  JSON.stringify(at(exchange.response.json, "messages") ?? []).includes(text);
