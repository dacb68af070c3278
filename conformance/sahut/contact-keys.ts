import { type Check, check } from "../check.ts";
import { answered, control, isSuccess, refusedWith } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { changedContact, ownContactId } from "./contacts.ts";
import { idsOf } from "./inbox.ts";

interface Stranger {
  readonly attempts: readonly Exchange[];
  readonly list: Exchange;
  readonly id: string;
}

/** Another workspace's key at our contact. */
const stranger: Probe<Stranger> = {
  name: "another workspace's key at our contact",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const authorization = "Bearer {other_workspace_key}";
    const own = (await context.use(changedContact)).control;
    control(own);
    const id = await ownContactId(context);
    return {
      attempts: [
        await context.send({
          operationId: "getContact",
          path: { id },
          purpose: "a contact with another workspace's key",
          authorization,
        }),
        await context.send({
          ...own.call,
          purpose: "a change of a contact with another workspace's key",
          authorization,
        }),
      ],
      list: await context.send({
        operationId: "listContacts",
        query: { per_page: "100" },
        purpose: "the contacts with another workspace's key",
        authorization,
      }),
      id,
    };
  },
};

/** A key that may only read, reading our contact and changing it. */
const readOnly: Probe<{ readonly reading: Exchange; readonly writing: Exchange }> = {
  name: "a key that may only read, at our contact",
  run: async (context) => {
    await context.fixture("read_only_key");
    const authorization = "Bearer {read_only_key}";
    const own = (await context.use(changedContact)).control;
    control(own);
    const id = await ownContactId(context);
    return {
      reading: await context.send({
        operationId: "getContact",
        path: { id },
        purpose: "a contact with a read-only key",
        authorization,
      }),
      writing: await context.send({
        ...own.call,
        purpose: "a change of a contact with a read-only key",
        authorization,
      }),
    };
  },
};

/** What the documentation promises of keys, for contacts. */
export const contactKeyChecks: readonly Check[] = [
  check("sahut/contacts/workspaces-are-apart", stranger, ({ attempts, list, id }) => [
    ...attempts.flatMap((each) => refusedWith(each, [401, 403, 404])),
    ...(isSuccess(answered(list)) && idsOf(list).includes(id)
      ? [
          {
            message: "A contact is listed in another workspace",
            expected: `no ${id}`,
            actual: id,
            exchange: list,
          },
        ]
      : []),
  ]),
  check("sahut/contacts/read-only-key-may-not-write", readOnly, ({ reading, writing }) => {
    control(reading);
    return refusedWith(writing, [403]);
  }),
];
