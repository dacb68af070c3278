import type { Journeys } from "../../explore/move.ts";
import { factOf, type World } from "../../explore/world.ts";
import type { Call } from "../../model.ts";
import { changingMoves } from "./changing.ts";
import { contactMoves, create as newContact } from "./contacts.ts";
import { kind as conversation } from "./conversation.ts";
import { messageMoves } from "./messages.ts";
import { readingMoves } from "./reading.ts";
import { start, startingMoves } from "./starting.ts";
import { create as newWebhook, kind as webhook, webhookMoves } from "./webhooks.ts";
import { prepare } from "./words.ts";

/** Resolves conversations, since the API cannot delete them, and deletes webhooks. */
function rest(world: World): readonly Call[] {
  const open = world.all(conversation).filter((thing) => factOf(thing, "status") !== "resolved");
  const left = world.all(webhook).filter(({ notes }) => !notes.has("deleted"));
  return [
    ...open.map(({ symbol }) => ({
      operationId: "updateConversation",
      purpose: "put to rest",
      path: { id: symbol },
      body: { status: "resolved" },
    })),
    ...left.map(({ symbol }) => ({
      operationId: "deleteWebhook",
      purpose: "put to rest",
      path: { id: symbol },
    })),
  ];
}

/** What random journeys through Sahut are made of. */
export const journeys: Journeys = {
  topics: [
    {
      weight: 7,
      features: [],
      opening: [start],
      moves: [...startingMoves, ...changingMoves, ...readingMoves, ...messageMoves],
    },
    { weight: 2, features: ["contacts"], opening: [newContact], moves: contactMoves },
    { weight: 1, features: ["webhooks"], opening: [newWebhook], moves: webhookMoves },
  ],
  prepare,
  rest,
};
