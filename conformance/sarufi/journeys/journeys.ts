import type { Journeys } from "../../explore/move.ts";
import type { World } from "../../explore/world.ts";
import type { Call } from "../../model.ts";
import { kind as chatbot, chatbotMoves, isGone, oneChatbot } from "./chatbots.ts";
import { chatMoves } from "./chats.ts";
import { conversationMoves, flowChatMoves } from "./flow-chats.ts";
import { flowMoves } from "./flows.ts";
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

const flows = [...oneChatbot, ...flowMoves, ...flowChatMoves];

/** What random journeys through Sarufi are made of. */
export const journeys: Journeys = {
  topics: [
    { weight: 2, features: [], moves: chatMoves },
    { weight: 2, features: ["conversations"], moves: [...chatMoves, ...historyMoves] },
    { weight: 2, features: ["chatbots"], moves: chatbotMoves },
    { weight: 4, features: ["chatbots", "flows"], moves: flows },
    {
      weight: 2,
      features: ["chatbots", "flows", "conversations"],
      moves: [...flows, ...conversationMoves],
    },
  ],
  prepare,
  rest,
};
