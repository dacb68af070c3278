import { isDeepStrictEqual } from "node:util";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { SahutHandlers } from "./api.ts";
import {
  addContactRow,
  changeContactRow,
  findContact,
  listContactRows,
  type WholeContact,
} from "./contact-rows.ts";
import { contactProblem } from "./contact-rules.ts";
import { invalid, notFound } from "./errors.ts";
import { emit } from "./events.ts";
import { offset, pageMeta } from "./paging.ts";

type Operations = "listContacts" | "getContact" | "createContact" | "updateContact";

export function contacts(services: Services): Pick<SahutHandlers, Operations> {
  const { store, clock, newId } = services;
  return {
    async listContacts({ key, query }) {
      const slice = { limit: query.per_page, offset: offset(query) };
      const { total, contacts } = await listContactRows(store, key.workspaceId, query, slice);
      return { status: 200, body: { data: contacts, meta: pageMeta(total, query) } };
    },

    async getContact({ key, path }) {
      const contact = await findContact(store, key.workspaceId, path.id);
      if (contact === undefined) return notFound("Contact");
      return { status: 200, body: { data: contact } };
    },

    async createContact({ key, body }) {
      const problem = contactProblem(body);
      if (problem !== undefined) return invalid(problem);
      const contact: WholeContact = {
        id: `ct_${newId()}`,
        name: body.name,
        email: body.email ?? null,
        phone: body.phone ?? null,
        company: body.company ?? null,
        tags: distinct(body.tags ?? []),
        custom_attributes: body.custom_attributes ?? {},
        created_at: timestamp(clock()),
      };
      await store.transaction(async (sql) => {
        await addContactRow(sql, key.workspaceId, contact);
        await emit(sql, services, key.workspaceId, "contact.created", contact);
      });
      // Silent: the success status. A contact is created, so 201.
      return { status: 201, body: { data: contact } };
    },

    updateContact: ({ key, path, body }) =>
      store.transaction(async (sql) => {
        const before = await findContact(sql, key.workspaceId, path.id);
        if (before === undefined) return notFound("Contact");
        const problem = contactProblem(body);
        if (problem !== undefined) return invalid(problem);
        // What the body leaves out is not in it. Silent: null clears, and what is a list or an
        // object is replaced as a whole.
        const after: WholeContact = {
          ...before,
          name: body.name ?? before.name,
          email: body.email === undefined ? before.email : body.email,
          phone: body.phone === undefined ? before.phone : body.phone,
          company: body.company === undefined ? before.company : body.company,
          tags: distinct(body.tags ?? before.tags),
          custom_attributes: body.custom_attributes ?? before.custom_attributes,
        };
        // Silent: whether the same value is a change. It is none, and nobody is told.
        if (!isDeepStrictEqual(before, after)) {
          await changeContactRow(sql, after);
          await emit(sql, services, key.workspaceId, "contact.updated", after);
        }
        return { status: 200, body: { data: after } };
      }),
  };
}

/** Silent: tags are made as they are named; a repeated one counts once, in its first place. */
const distinct = (tags: readonly string[]): string[] => [...new Set(tags)];
