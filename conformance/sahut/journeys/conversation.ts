import { at } from "../../evidence.ts";
import type { Shown } from "../../explore/agree.ts";
import type { Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { guard, type Thing } from "../../explore/world.ts";

/** The kind of things that conversations are. */
export const kind = "conversation";

/** Facts of a conversation, as an answer shows it. */
export function shownIn(conversation: unknown): Shown {
  const labels = at(conversation, "labels");
  return {
    id: at(conversation, "id") ?? null,
    status: at(conversation, "status") ?? null,
    // Null and absent are the same: which of them stands for nobody is not documented.
    assignee: at(conversation, "assignee", "id") ?? null,
    // In which order, and whether repeated ones stay, is not documented.
    labels: Array.isArray(labels) ? [...new Set(labels.map(String))].toSorted() : null,
    contact: at(conversation, "contact", "id") ?? null,
    channel: at(conversation, "channel", "id") ?? null,
  };
}

/** The same for both answers that hold one conversation. */
export const shownBy = ({ target, oracle }: Both<Seen>): Both<Shown> => ({
  target: shownIn(at(target.json, "data")),
  oracle: shownIn(at(oracle.json, "data")),
});

/** Whether an answer holds something with an id at all. What a change is answered is not documented. */
export const shows = ({ target }: Both<Seen>): boolean =>
  typeof at(target.json, "data", "id") === "string";

/** After a request that is refused, all stays as it was. */
export const refusedChange = (thing: Thing): void =>
  guard(thing, "sahut/update/refused-change-changes-nothing");

export const isWhatsapp = ({ notes }: Thing): boolean => notes.get("channel type") === "whatsapp";
