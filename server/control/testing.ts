import type { CreatedWebhookResult } from "../../generated/sahut/types.ts";
import type { ServerOptions } from "../main.ts";
import { caller, serve } from "../testing.ts";

/** A server with a control plane, and ways to call it and both APIs. */
export async function openBench(options: ServerOptions = {}) {
  const server = await serve({ control: 0, ...options });
  const { control, sahut, sarufi } = server;
  if (control === undefined) throw new Error("The server has no control plane.");
  const plane = caller(control.url, undefined);
  const inbox = caller(sahut.url, sahut.demo.key);
  return {
    ...server,
    url: control.url,
    control: plane,
    inbox,
    bot: caller(sarufi.url, sarufi.demo.key),
    /** Puts a delivery down for a webhook that nobody receives, and gives the webhook's id. */
    async leaveDelivery(): Promise<string> {
      const webhook = { url: "https://example.com/hook", events: ["message.created"] };
      const { body } = await inbox<CreatedWebhookResult>("POST", "/webhooks", webhook);
      const message = { channel_id: sahut.demo.channelId, from: { name: "Dewi" }, content: "Halo" };
      await plane("POST", "/sahut/messages", message);
      return body.data.id;
    },
  };
}
