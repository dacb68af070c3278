import { isObject } from "../../contract/json.ts";
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
export const shownIn = (thing: Thing, flow: unknown): Shown => ({
  id: at(flow, "id") ?? null,
  name: at(flow, "name") ?? null,
  type: at(flow, "type") ?? null,
  status: at(flow, "status") ?? null,
  definition: definitionIn(thing, at(flow, "flow")),
});

export const shownBy = (thing: Thing, { target, oracle }: Both<Seen>): Both<Shown> => ({
  target: shownIn(thing, target.json),
  oracle: shownIn(thing, oracle.json),
});

/** What of a definition was given, and what is left of those before it. Members that nobody gave may be added. */
function definitionIn(thing: Thing, definition: unknown): unknown {
  const given = unwrapped(scriptOfFlow(thing)?.definition);
  const text = JSON.stringify(definition ?? null);
  // A blank flow has no state: nothing that says anything.
  if (given === undefined)
    return {
      given: Object.values(isObject(definition) ? definition : {}).filter(
        (state) => at(state, "message") !== undefined,
      ),
    };
  const left = textsBefore(thing).filter((one) => text.includes(one));
  return { given: common(given, unwrapped(definition)), left };
}

/** What is at the places of one value in another one; members in the order of the first. */
function common(given: unknown, found: unknown): unknown {
  if (!isObject(given) || !isObject(found)) return found ?? null;
  return Object.fromEntries(
    Object.entries(given).map(([name, member]) => [name, common(member, found[name])]),
  );
}

/** What the definitions said that a flow had before. */
const textsBefore = ({ notes }: Thing): readonly string[] => {
  const texts = notes.get("texts before");
  return Array.isArray(texts) ? texts.map(String) : [];
};

/** Gives a flow another definition. */
export function write(flow: Thing, script: Script): void {
  flow.notes.set("texts before", [...textsBefore(flow), ...(scriptOfFlow(flow)?.texts ?? [])]);
  flow.notes.set("script", script);
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
