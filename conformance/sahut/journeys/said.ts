import type { Thing, World } from "../../explore/world.ts";
import { isWhatsapp } from "./conversation.ts";

/** A message that a journey has sent, or has tried to send. */
export interface Said {
  readonly conversation: string;
  readonly content: string;
  /** A private note: whether and as what it is listed is not documented. */
  readonly note: boolean;
  /** Whether the target took it; undefined where that cannot be told. */
  readonly accepted: boolean | undefined;
  /** What is broken if it is not listed. */
  readonly breaks: string;
}

const endings = ["halo", '"dua"\nbaris', "é 你好 🙏🏽", "<b>&amp;</b> %20 \\ {{x}}"];

/** A text that is sent in this step alone, and is found by its beginning. */
export const contentOf = (world: World, ending = 0): string =>
  `${markOf(world.word, world.turn)} ${endings[ending % endings.length]}`;

const markOf = (word: string, turn: number): string => `Concordat ${word}-${turn}:`;

/** The beginning by which a text is found again, whatever becomes of the rest. */
export const markIn = (content: string): string => content.slice(0, content.indexOf(":") + 1);

/** Remembers a message. */
export function say(world: World, message: Said): void {
  const thing = world.add("message");
  thing?.notes.set("said", message);
}

/** All messages that a journey has tried to send. */
export const allSaid = (world: World): readonly Said[] =>
  // as: `say` alone makes things of this kind.
  world.all("message").map(({ notes }) => notes.get("said") as Said);

/** Free text may be refused on WhatsApp when the customer has been silent for a day, and then not even be tried. */
export const takesText = (conversation: Thing): boolean => !isWhatsapp(conversation);
