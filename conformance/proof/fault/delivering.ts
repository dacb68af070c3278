import { createHmac } from "node:crypto";
import { at } from "../../evidence.ts";
import { type Fault, handling, together } from "./fault.ts";

/** A delivery as it leaves. A header that is null is taken away. */
export interface Sending {
  readonly url: string;
  readonly method: string;
  /** As the server writes them: `X-Sahut-Signature`. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: string;
}

/** Sends a delivery, and says whether the receiver took it: what the server goes by. */
export type Send = (changed?: Partial<Sending>) => Promise<boolean>;

/** Handles deliveries as they leave; `send` may be called any number of times, and may change them. */
export const delivering = (pass: (sending: Sending, send: Send) => Promise<boolean>): Fault => ({
  outbound: (send) => async (request) => {
    const { url, method, headers, body = "" } = request;
    const sending: Sending = { url, method, headers, body };
    const taken = await pass(sending, async (changed = {}) => {
      const whole = { ...sending, ...changed };
      const kept = Object.entries(whole.headers).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      );
      const answer = await send({ ...request, ...whole, headers: Object.fromEntries(kept) });
      return "status" in answer && answer.status >= 200 && answer.status < 300;
    });
    return taken ? { status: 200, body: "" } : { failure: "not taken" };
  },
});

/** Changes deliveries as they leave; their signatures stay. */
export const sending = (change: (sending: Sending) => Partial<Sending>): Fault =>
  delivering((each, send) => send(change(each)));

/** Makes a signature of a body with a webhook's secret, or with those of all webhooks. */
export type Sign = (body: string, secret: string, secrets: readonly string[]) => string;

/** The documented one, as the reference server writes it. */
export const sign: Sign = (body, secret) => createHmac("sha256", secret).update(body).digest("hex");

/** Writes deliveries otherwise, and signs them as they are then. */
export function rewriting(change: (sending: Sending) => Partial<Sending>, signed = sign): Fault {
  const secrets = new Map<unknown, string>();
  return together(
    handling("createWebhook", async (call, next) => {
      const answer = await next(call);
      const secret = at(answer.body, "data", "secret");
      // A second webhook to the same address is gone before anything is sent there.
      if (typeof secret === "string" && !secrets.has(call.body.url))
        secrets.set(call.body.url, secret);
      return answer;
    }),
    sending((each) => {
      const { body, headers, ...rest } = { ...each, ...change(each) };
      const signature = signed(body, secrets.get(each.url) ?? "", [...secrets.values()]);
      return { ...rest, body, headers: { ...headers, "X-Sahut-Signature": signature } };
    }),
  );
}
