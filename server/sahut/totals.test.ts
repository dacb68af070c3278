import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationResult } from "../../generated/sahut/types.ts";
import { BUDI, CHAT, openInbox, taken, WHATSAPP, WORKSPACE } from "./testing/inbox.ts";
import { totals } from "./testing/totals.ts";

const channel_id = fc.constantFrom(WHATSAPP, CHAT);
const assignee_id = fc.constantFrom("usr_sari", "usr_andi", null);
const status = fc.constantFrom("open", "pending", "resolved", "snoozed");
const place = fc.nat(5);
const phone = fc.constantFrom("+62811", "+62855", "+62866");

/** What may happen in an inbox; a place is that of one of its conversations. */
const happening = fc.oneof(
  fc.record({ what: fc.constant("start" as const), channel_id, assignee_id }),
  fc.record({ what: fc.constant("change" as const), place, status, assignee_id }),
  fc.record({ what: fc.constant("say" as const), place }),
  fc.record({ what: fc.constant("receive" as const), channelId: channel_id, phone }),
  fc.record({ what: fc.constant("meet" as const) }),
);

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

test("every total is what counting gives, whatever has happened", async () => {
  const { store, call, receive, rule } = await openInbox();
  await rule({
    conditions: { channel_id: CHAT },
    actions: [{ type: "assign_agent", agent_id: "usr_sari" }, { type: "resolve" }],
  });
  const ids: string[] = [];
  const path = (place: number) => `/conversations/${ids[place % ids.length]}`;

  async function does(given: Happening): Promise<void> {
    switch (given.what) {
      case "start": {
        const { channel_id, assignee_id } = given;
        const body = { contact_id: BUDI, channel_id, assignee_id: assignee_id ?? undefined };
        const reply = await call<ConversationResult>("POST", "/conversations", body);
        ids.push(reply.body.data.id);
        return;
      }
      case "change": {
        const { status, assignee_id } = given;
        await call("PATCH", path(given.place), { status, assignee_id });
        return;
      }
      case "say":
        await call("POST", `${path(given.place)}/messages`, { content: "Halo", private: true });
        return;
      case "receive": {
        const { channelId, phone } = given;
        taken(await receive({ channelId, from: { phone } }));
        return;
      }
      case "meet":
        await call("POST", "/contacts", { name: "Siti" });
    }
  }

  await does({ what: "start", channel_id: CHAT, assignee_id: null });
  const property = fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (happenings) => {
    for (const given of happenings) await does(given);
    const { listed, counted } = await totals(store, WORKSPACE);
    expect(listed).toEqual(counted);
  });
  await fc.assert(property, { numRuns: 10 });
});
