import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { freeTextRefusal, type Recipient } from "./whatsapp-window.ts";

/** What a request gives to be said: a text, or a template to fill in. */
export interface Draft {
  readonly content?: string;
  readonly template_id?: string;
  /** Left out where the API has no place for them; the template's placeholders then stay. */
  readonly template_variables?: Readonly<Record<string, unknown>>;
  /** Left out for a private note, which goes to nobody. */
  readonly to?: Recipient;
}

/** The text that goes out, or why none can. */
export type MessageText = { readonly text: string } | { readonly refusal: string };

/**
 * A template must be approved (Messages, Send a message), and a text may meet WhatsApp's 24 hours. Silent: a template on
 * another channel. It may go to any.
 */
export async function messageText(
  sql: Sql,
  services: Services,
  workspaceId: string,
  { content, template_id, template_variables, to }: Draft,
): Promise<MessageText> {
  if (template_id === undefined) {
    const refusal = to && (await freeTextRefusal(sql, services, to));
    return refusal === undefined ? { text: content ?? "" } : { refusal };
  }
  // Silent: both at once. We refuse, for one of the two would be lost.
  if (content !== undefined) return { refusal: "Give content or template_id, not both" };
  const template = await sql.get<{ text: string; status: string }>(
    "SELECT text, status FROM sahut_templates WHERE workspace_id = ? AND id = ?",
    workspaceId,
    template_id,
  );
  if (template === undefined) return { refusal: `Unknown template_id: ${template_id}` };
  if (template.status !== "approved") {
    return { refusal: `The template ${template_id} is ${template.status}, not approved` };
  }
  return template_variables === undefined
    ? { text: template.text }
    : fillIn(template.text, template_variables);
}

/** Silent: a variable without a value is refused, and a value without a variable is ignored. */
function fillIn(template: string, variables: Readonly<Record<string, unknown>>): MessageText {
  const values = new Map(Object.entries(variables));
  const names = [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");
  const missing = names.filter((name) => !values.has(name));
  if (missing.length > 0) return { refusal: `Missing template_variables: ${missing.join(", ")}` };
  const unprintable = names.filter((name) => typeof values.get(name) === "object");
  if (unprintable.length > 0) {
    return { refusal: `template_variables must be texts or numbers: ${unprintable.join(", ")}` };
  }
  return { text: template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(values.get(name))) };
}
