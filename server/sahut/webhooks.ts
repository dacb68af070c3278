import { randomBytes } from "node:crypto";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { SahutHandlers } from "./api.ts";
import { invalid, notFound } from "./errors.ts";

type Operations = "createWebhook" | "deleteWebhook";

/** Webhooks are kept; nothing is delivered to them yet. */
export function webhooks({ store, clock, newId }: Services): Pick<SahutHandlers, Operations> {
  return {
    async createWebhook({ key, body }) {
      // Silent: what is refused. An address is https, and at least one event is named; the same
      // address may be given again, and a repeated event counts once.
      if (!isHttps(body.url)) return invalid(`url must be an https address: ${body.url}`);
      if (body.events.length === 0) return invalid("events must name at least one event");
      const webhook = {
        id: `wh_${newId()}`,
        url: body.url,
        events: [...new Set(body.events)],
        secret: `whsec_${randomBytes(24).toString("hex")}`,
        created_at: timestamp(clock()),
      };
      await store.run(
        `INSERT INTO sahut_webhooks (id, workspace_id, url, events, secret, created_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        webhook.id,
        key.workspaceId,
        webhook.url,
        JSON.stringify(webhook.events),
        webhook.secret,
        webhook.created_at,
      );
      // Silent: the success status. A webhook is created, so 201.
      return { status: 201, body: { data: webhook } };
    },

    deleteWebhook: ({ key, path }) =>
      store.transaction(async (sql) => {
        const found = await sql.get<{ id: string }>(
          "SELECT id FROM sahut_webhooks WHERE workspace_id = ? AND id = ?",
          key.workspaceId,
          path.id,
        );
        if (found === undefined) return notFound("Webhook");
        // Silent: what has not been delivered yet. It goes with the webhook.
        await sql.run("DELETE FROM sahut_deliveries WHERE webhook_id = ?", found.id);
        await sql.run("DELETE FROM sahut_webhooks WHERE id = ?", found.id);
        // Silent: status and body. Every success has `data`, so this one has: the id that is gone.
        return { status: 200, body: { data: { id: found.id } } };
      }),
  };
}

const isHttps = (url: string): boolean => URL.parse(url)?.protocol === "https:";
