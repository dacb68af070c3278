import { expect } from "vitest";
import type {
  CreatedWebhook,
  CreatedWebhookResult,
  EventType,
} from "../../../generated/sahut/types.ts";
import type { ServerOptions } from "../../main.ts";
import { type Answer, type Receiver, receiver } from "../../outbound/testing/receiver.ts";
import { type Caller, caller, serve, type TestClock, testClock } from "../../testing.ts";

/** Subscribes an address, and gives the webhook with its secret. */
export async function subscribe(
  call: Caller,
  url: string,
  events: readonly EventType[] = ["contact.created"],
): Promise<CreatedWebhook> {
  const { status, body } = await call<CreatedWebhookResult>("POST", "/webhooks", { url, events });
  expect(status).toBe(201);
  return body.data;
}

/** Makes a contact, which is an event. */
export async function happen(call: Caller, name = "Budi"): Promise<void> {
  expect((await call("POST", "/contacts", { name })).status).toBe(201);
}

/** A server that may send to this machine, on a clock that stands still, and the lines of its log. */
export async function inbox(options: ServerOptions = {}) {
  const clock: TestClock = testClock();
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const server = await serve({ clock, log, allowPrivate: true, ...options });
  const call = caller(server.sahut.url, server.sahut.demo.key);
  return { ...server, clock, lines, call };
}

/** Such a server, and a receiver of what happens there. */
export async function subscribed(
  answer?: Answer,
  events?: readonly EventType[],
): Promise<Awaited<ReturnType<typeof inbox>> & { receiver: Receiver; webhook: CreatedWebhook }> {
  const server = await inbox();
  const heard = await receiver(answer);
  const webhook = await subscribe(server.call, `${heard.url}/hook?token=hidden`, events);
  return { ...server, receiver: heard, webhook };
}
