import type { Sql } from "../store/store.ts";

/** What a request gives to be said: a text, or a template to fill in. */
export interface Draft {
  readonly content?: string;
  readonly template_id?: string;
  /** Left out where the API has no place for them; the template's placeholders then stay. */
  readonly template_variables?: Readonly<Record<string, unknown>>;
}

/** The text that goes out, or why none can. */
export type MessageText = { readonly text: string } | { readonly refusal: string };

/**
 * Nothing is really delivered, so nothing is refused for reasons of delivery: a template may go to
 * any channel, and a text may go to WhatsApp at any time (both silent).
 */
export async function messageText(
  sql: Sql,
  workspaceId: string,
  { content, template_id, template_variables }: Draft,
): Promise<MessageText> {
  if (template_id === undefined) return { text: content ?? "" };
  // Silent: both at once. We refuse, for one of the two would be lost.
  if (content !== undefined) return { refusal: "Give content or template_id, not both" };
  const template = await sql.get<{ text: string }>(
    "SELECT text FROM sahut_templates WHERE workspace_id = ? AND id = ?",
    workspaceId,
    template_id,
  );
  if (template === undefined) return { refusal: `Unknown template_id: ${template_id}` };
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
