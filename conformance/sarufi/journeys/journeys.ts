import type { Journeys } from "../../explore/move.ts";
import type { World } from "../../explore/world.ts";
import type { Call } from "../../model.ts";
import { kind as chatbot, chatbotMoves, isGone, make as newChatbot } from "./chatbots.ts";
import { start as chat, chatMoves } from "./chats.ts";
import { conversationMoves, flowChatMoves, start as newChat } from "./flow-chats.ts";
import { publish } from "./flow-publishing.ts";
import { flowMoves, make as newFlow } from "./flows.ts";
import { historyMoves } from "./histories.ts";
import { prepare } from "./words.ts";

/** Deletes the chatbots of a journey, whose flows and conversations go with them. */
const rest = (world: World): readonly Call[] =>
  world
    .all(chatbot)
    .filter((thing) => !isGone(thing))
    .map(({ symbol }) => ({
      operationId: "deleteChatbot",
      purpose: "put to rest",
      path: { chatbot_id: symbol },
    }));

/** A chatbot that can be chatted with. */
const live = [newChatbot, newFlow, publish, newChat];
const flows = [newChatbot, ...flowMoves, ...flowChatMoves];

/** What random journeys through Sarufi are made of. */
export const journeys: Journeys = {
  topics: [
    { weight: 2, features: [], opening: [chat], moves: chatMoves },
    {
      weight: 2,
      features: ["conversations"],
      opening: [chat],
      moves: [...chatMoves, ...historyMoves],
    },
    { weight: 2, features: ["chatbots"], opening: [newChatbot], moves: chatbotMoves },
    { weight: 4, features: ["chatbots", "flows"], opening: live, moves: flows },
    {
      weight: 2,
      features: ["chatbots", "flows", "conversations"],
      opening: live,
      moves: [...flows, ...conversationMoves],
    },
  ],
  prepare,
  rest,
};
