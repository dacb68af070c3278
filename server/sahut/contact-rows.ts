import type { Contact } from "../../generated/sahut/types.ts";
import { counters } from "../store/counters.ts";
import { fromJson } from "../store/json.ts";
import type { Sql, Value } from "../store/store.ts";
import type { Slice } from "./conversation-slice.ts";

/** A contact with every member that this server shows: what is not known is null or empty. */
export type WholeContact = Required<Contact> & { custom_attributes: Record<string, unknown> };

interface ContactRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  tags: string;
  custom_attributes: string;
  created_at: string;
}

const SELECT = `SELECT id, name, email, phone, company, tags, custom_attributes, created_at
  FROM sahut_contacts`;

/** Undefined when there is none of that id in the workspace. Ids are case-sensitive. */
export async function findContact(
  sql: Sql,
  workspaceId: string,
  id: string,
): Promise<WholeContact | undefined> {
  const row = await sql.get<ContactRow>(
    `${SELECT} WHERE workspace_id = ? AND id = ?`,
    workspaceId,
    id,
  );
  return row && toContact(row);
}

/** How many contacts a workspace has. */
const totals = counters("sahut_contact_totals", ["workspace_id"]);

/** Counts contacts that have been added; call it in the transaction that adds them. */
export function countNewContacts(sql: Sql, workspaceId: string, contacts: number): Promise<void> {
  return totals.add(sql, [{ at: { workspace_id: workspaceId }, by: contacts }]);
}

export interface ContactFilter {
  readonly q?: string;
  readonly tag?: string;
}

/**
 * The contacts that pass both filters, and how many they are in all.
 * Silent: the order. The newest comes first; ties go by id, of which later ones sort higher.
 */
export async function listContactRows(
  sql: Sql,
  workspaceId: string,
  filter: ContactFilter,
  { limit, offset }: Slice,
): Promise<{ total: number; contacts: Contact[] }> {
  const { where, values, all } = condition(workspaceId, filter);
  const total = all
    ? await totals.total(sql, { workspace_id: workspaceId })
    : await scan(sql, where, values);
  if (offset >= total) return { total, contacts: [] };
  const rows = await sql.all<ContactRow>(
    `${SELECT} WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  return { total, contacts: rows.map(toContact) };
}

/** What a filter finds in texts is known only when each has been read. */
async function scan(sql: Sql, where: string, values: readonly Value[]): Promise<number> {
  const row = await sql.get<{ total: number }>(
    `SELECT COUNT(*) AS total FROM sahut_contacts WHERE ${where}`,
    ...values,
  );
  return row?.total ?? 0;
}

/**
 * Silent: how the filters compare. `q` is looked for anywhere in name, phone or email, in either
 * letter case; a tag is compared as it is written.
 */
function condition(workspaceId: string, { q, tag }: ContactFilter) {
  const clauses = ["workspace_id = ?"];
  const values: Value[] = [workspaceId];
  if (q !== undefined && q !== "") {
    clauses.push("REPLACE(search, ?, '') <> search");
    values.push(q.toLowerCase());
  }
  if (tag !== undefined) {
    // In JSON a quote stands plain only at the ends of a text, so these find whole tags alone.
    clauses.push("(REPLACE(tags, ?, '') <> tags OR REPLACE(tags, ?, '') <> tags)");
    values.push(`[${JSON.stringify(tag)}`, `,${JSON.stringify(tag)}`);
  }
  return { where: clauses.join(" AND "), values, all: clauses.length === 1 };
}

/** Adds a contact to a workspace. */
export async function addContactRow(
  sql: Sql,
  workspaceId: string,
  contact: WholeContact,
): Promise<void> {
  await sql.run(
    `INSERT INTO sahut_contacts (name, email, phone, company, tags, custom_attributes, search,
       created_at, workspace_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...changeable(contact),
    contact.created_at,
    workspaceId,
    contact.id,
  );
  await countNewContacts(sql, workspaceId, 1);
}

/** Writes what a contact has become. */
export async function changeContactRow(sql: Sql, contact: WholeContact): Promise<void> {
  await sql.run(
    `UPDATE sahut_contacts SET name = ?, email = ?, phone = ?, company = ?, tags = ?,
       custom_attributes = ?, search = ? WHERE id = ?`,
    ...changeable(contact),
    contact.id,
  );
}

function changeable({ name, email, phone, company, tags, custom_attributes }: WholeContact) {
  const attributes = JSON.stringify(custom_attributes);
  const search = searchText({ name, phone, email });
  return [name, email, phone, company, JSON.stringify(tags), attributes, search];
}

/** What `q` looks through. */
export function searchText({ name, phone, email }: Pick<WholeContact, "name" | "phone" | "email">) {
  return [name, phone, email].join("\n").toLowerCase();
}

function toContact(row: ContactRow): WholeContact {
  return {
    ...row,
    tags: fromJson<string[]>(row.tags),
    custom_attributes: fromJson<Record<string, unknown>>(row.custom_attributes),
  };
}
