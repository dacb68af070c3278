import * as fc from "fast-check";
import { mustAccept, mustRefuse } from "../../explore/agree.ts";
import { which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { forget, settle, type Thing, type World } from "../../explore/world.ts";
import { accepts } from "./accepts.ts";
import { chatbotOf, flowsOf, isThere, kind, liveOf, loseTrack, setLive } from "./flow.ts";
import type { Script } from "./scripts.ts";

/** Makes a flow the one that chats follow, which one with errors never becomes. */
export const publish = moveOn<object>({
  weight: 2,
  kind,
  choice: fc.record({ of: which() }),
  fits: (thing) => isThere(thing) && thing.notes.has("script"),
  call: (thing) => ({
    operationId: "publishFlow",
    purpose: `${thing.name}, published`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: thing.symbol },
  }),
  compare: (thing, both, world) => published(thing, both, world),
});

function published(thing: Thing, both: Both<Seen>, world: World): readonly Difference[] {
  const chatbot = chatbotOf(thing);
  // as: only a flow with a definition is published, see `fits`.
  const script = thing.notes.get("script") as Script;
  const others = (chat: Thing): boolean => chatbotOf(chat) === chatbot;
  if (script.dangles) {
    if (both.target.ok || both.oracle.ok) setLive(chatbot, { is: "unknown" });
    return mustRefuse(both, "sarufi/flows/errors-are-not-published");
  }
  const again = thing.notes.has("published");
  thing.notes.set("published", true);
  loseTrack(world, others);
  // What becomes of the flow that was published before is not documented.
  for (const flow of flowsOf(world, chatbot))
    if (flow.notes.has("published")) forget(flow, "status");
  if (!both.target.ok || !both.oracle.ok) {
    setLive(chatbot, { is: "unknown" });
    // Whether a flow can be published twice is not documented.
    return again ? [] : mustAccept(both, "sarufi/flows/is-published");
  }
  setLive(chatbot, { is: "flow", flow: thing, script });
  settle(thing, "status", "published", "sarufi/flows/is-published");
  return [];
}

/** Deletes a flow. Chats follow none then, unless another one was published. */
export const remove = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: isThere,
  call: (thing) => ({
    operationId: "deleteFlow",
    purpose: `${thing.name}, deleted`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: thing.symbol },
  }),
  compare: (thing, both, world) => {
    if (!both.target.ok) return mustAccept(both, accepts("deleteFlow"));
    thing.notes.set("deleted", true);
    const chatbot = chatbotOf(thing);
    const rest = flowsOf(world, chatbot).filter(
      (flow) => isThere(flow) && flow.notes.has("published"),
    );
    // Whether one that was published earlier is live then is not documented.
    if (rest.length === 0)
      setLive(chatbot, { is: "nothing", because: "sarufi/flows/none-is-live-once-deleted" });
    else if (thing.notes.has("published")) {
      const live = liveOf(chatbot);
      if (live.is !== "flow" || live.flow === thing) setLive(chatbot, { is: "unknown" });
    }
    return [];
  },
});
