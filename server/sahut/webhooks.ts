import { randomBytes } from "node:crypto";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { SahutHandlers } from "./api.ts";
import { invalid, notFound } from "./errors.ts";

type Operations = "createWebhook" | "deleteWebhook";

/** Webhooks are kept here; `deliveries` sends what they ask for. */
export function webhooks(services: Services): Pick<SahutHandlers, Operations> {
  const { store, clock, newId, allowPrivate = false } = services;
  return {
    async createWebhook({ key, body }) {
      // Silent: what is refused. An address is https, and at least one event is named; the same
      // address may be given again, and a repeated event counts once.
      const problem = addressProblem(body.url, allowPrivate);
      if (problem !== undefined) return invalid(problem);
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
        await sql.run("DELETE FROM sahut_webhook_turns WHERE webhook_id = ?", found.id);
        await sql.run("DELETE FROM sahut_webhooks WHERE id = ?", found.id);
        // Silent: status and body. Every success has `data`, so this one has: the id that is gone.
        return { status: 200, body: { data: { id: found.id } } };
      }),
  };
}

/** Where an address leads is seen when something is sent there: see `outbound`. */
function addressProblem(url: string, allowPrivate: boolean): string | undefined {
  const protocol = URL.parse(url)?.protocol;
  if (protocol === "https:" || (protocol === "http:" && allowPrivate)) return undefined;
  if (allowPrivate) return `url must be an http or https address: ${url}`;
  const hint = "; the server takes http, too, when it is started with --allow-private";
  return `url must be an https address: ${url}${protocol === "http:" ? hint : ""}`;
}
