import type { SeedData } from "../../generated/seed-data.ts";

/** What one writer has to itself: an inbox, and chatbots. */
export interface Desk {
  readonly name: string;
  readonly channelId: string;
  readonly contactId: string;
}

/** Each writes in a round with a key of its own, so that no rate limit is in the way. */
export const sahutKey = (desk: Desk, round: number, use: "write" | "read") =>
  `sk_${desk.name}_${round}_${use}`;

/** In Sarufi a workspace shares its limits: 1,800 writes an hour. A few rounds share a workspace. */
const ROUNDS_A_WORKSPACE = 3;
const hall = (desk: Desk, round: number) =>
  `${desk.name}-${Math.floor(round / ROUNDS_A_WORKSPACE)}`;
export const sarufiKey = (desk: Desk, round: number) => `sk-${hall(desk, round)}`;
export const chatbotId = (desk: Desk, round: number) => `C-${hall(desk, round)}`;

/** States in a ring: how many messages were said tells in which one a chat is. */
export const RING = 5;

const flow = {
  initial: "s0",
  states: Object.fromEntries(
    Array.from({ length: RING }, (_, place) => [
      `s${place}`,
      {
        message: `${place}: {{s${(place + RING - 1) % RING}}}`,
        transitions: { default: `s${(place + 1) % RING}` },
      },
    ]),
  ),
};

export function makeDesks(count: number): Desk[] {
  return Array.from({ length: count }, (_, place) => ({
    name: `desk${place}`,
    channelId: `ch_desk${place}`,
    contactId: `ct_desk${place}`,
  }));
}

/** The data that a store starts with: every desk, and keys for this many rounds. */
export function seedFor(desks: readonly Desk[], rounds: number): SeedData {
  const each = Array.from({ length: rounds }, (_, round) => round);
  const halls = each.filter((round) => round % ROUNDS_A_WORKSPACE === 0);
  return {
    sahut: desks.map((desk) => ({
      id: `ws_${desk.name}`,
      keys: each.flatMap((round) => [
        { key: sahutKey(desk, round, "write") },
        { key: sahutKey(desk, round, "read") },
      ]),
      channels: [{ id: desk.channelId, type: "live_chat", name: "Chat" }],
      contacts: [{ id: desk.contactId, name: `Contact of ${desk.name}` }],
    })),
    sarufi: desks.flatMap((desk) =>
      halls.map((round) => ({
        id: `W-${hall(desk, round)}`,
        keys: [{ key: sarufiKey(desk, round) }],
        chatbots: [
          {
            id: chatbotId(desk, round),
            name: "Ring",
            flows: [{ id: `F-${hall(desk, round)}`, flow }],
          },
        ],
      })),
    ),
  };
}
