import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { addContactRow, findContact, type WholeContact } from "./contact-rows.ts";
import { contactProblem } from "./contact-rules.ts";
import { emit } from "./events.ts";

/** Who writes: a contact, or what the channel knows of somebody. */
export type From =
  | { readonly contactId: string }
  | { readonly phone?: string; readonly email?: string; readonly name?: string };

/**
 * The contact who writes; one who is not known yet gets a profile (Contact concepts), and `contact.created` is told.
 *
 * Silent: how contacts are matched. By phone number as it is written, else by email in either letter case; of several, the
 * one who was made first. A profile that was found stays as it is. Silent: the name of who gives none. It is the phone
 * number, else the email.
 */
export async function senderOf(
  sql: Sql,
  services: Services,
  workspaceId: string,
  from: From,
): Promise<WholeContact | { readonly refusal: string }> {
  if ("contactId" in from) {
    const contact = await findContact(sql, workspaceId, from.contactId);
    return contact ?? { refusal: `Unknown contact_id: ${from.contactId}` };
  }
  const known = await match(sql, workspaceId, from);
  if (known !== undefined) return known;
  const name = from.name ?? from.phone ?? from.email;
  if (name === undefined) return { refusal: "Give a contact, or a phone, an email or a name" };
  const problem = contactProblem(from);
  if (problem !== undefined) return { refusal: problem };
  const contact: WholeContact = {
    id: `ct_${services.newId()}`,
    name,
    email: from.email ?? null,
    phone: from.phone ?? null,
    company: null,
    tags: [],
    custom_attributes: {},
    created_at: timestamp(services.clock()),
  };
  await addContactRow(sql, workspaceId, contact);
  await emit(sql, services, workspaceId, "contact.created", contact);
  return contact;
}

async function match(
  sql: Sql,
  workspaceId: string,
  { phone, email }: { readonly phone?: string; readonly email?: string },
): Promise<WholeContact | undefined> {
  const by = async (condition: string, value: string | undefined) => {
    if (value === undefined) return undefined;
    const row = await sql.get<{ id: string }>(
      `SELECT id FROM sahut_contacts WHERE workspace_id = ? AND ${condition}
       ORDER BY created_at, id LIMIT 1`,
      workspaceId,
      value,
    );
    return row && findContact(sql, workspaceId, row.id);
  };
  return (await by("phone = ?", phone)) ?? (await by("LOWER(email) = ?", email?.toLowerCase()));
}
