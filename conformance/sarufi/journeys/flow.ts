import { at } from "../../evidence.ts";
import type { Shown } from "../../explore/agree.ts";
import type { Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import type { Thing, World } from "../../explore/world.ts";
import { type Script, unwrapped } from "./scripts.ts";

/** The kind of things that flows are. */
export const kind = "flow";
/** The kind of things that chats by them are. */
export const chatKind = "flow chat";

/** Facts of a flow, as an answer shows it. */
export const shownIn = (flow: unknown): Shown => ({
  id: at(flow, "id") ?? null,
  name: at(flow, "name") ?? null,
  type: at(flow, "type") ?? null,
  status: at(flow, "status") ?? null,
  // A list does not show it.
  definition: sorted(unwrapped(at(flow, "flow"))),
});

export const shownBy = ({ target, oracle }: Both<Seen>): Both<Shown> => ({
  target: shownIn(target.json),
  oracle: shownIn(oracle.json),
});

/** A JSON value with its members in one order, which JSON does not keep. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

export const isGone = ({ notes }: Thing): boolean => notes.has("deleted");
export const isThere = (thing: Thing): boolean => !isGone(thing);

/** The chatbot that a flow or a chat is of. */
// as: whoever makes one notes it.
export const chatbotOf = ({ notes }: Thing): Thing => notes.get("chatbot") as Thing;

/** What a flow was last given; undefined for a blank one. */
// as: whoever gives a flow a definition notes it.
export const scriptOfFlow = ({ notes }: Thing): Script | undefined =>
  notes.get("script") as Script | undefined;

/** What a chatbot can be chatted with by: a flow that was published last, nothing, or who knows what. */
export type Live =
  | { readonly is: "flow"; readonly flow: Thing; readonly script: Script }
  | { readonly is: "nothing"; readonly because: string }
  | { readonly is: "unknown" };

// as: `setLive` alone notes it.
export const liveOf = ({ notes }: Thing): Live =>
  (notes.get("live") as Live | undefined) ?? {
    is: "nothing",
    because: "sarufi/flows/draft-is-not-live",
  };

export const setLive = (chatbot: Thing, live: Live): void => void chatbot.notes.set("live", live);

/** Flows of a chatbot. */
export const flowsOf = (world: World, chatbot: Thing): readonly Thing[] =>
  world.all(kind).filter((flow) => chatbotOf(flow) === chatbot);

/** What running chats do once another flow is live is not documented. */
export function loseTrack(world: World, which: (chat: Thing) => boolean): void {
  for (const chat of world.all(chatKind).filter(which)) chat.notes.delete("script");
}
