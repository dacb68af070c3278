import type { Faults } from "../faults.ts";
import { membersOf } from "../http.ts";
import { unfit } from "./refusal.ts";

/** What the user did: wrote a text, or picked something. */
export interface Said {
  readonly picked: string | undefined;
}

/** Characters as people count them. */
const characters = new Intl.Segmenter("sw", { granularity: "grapheme" });
const longest = 4096;

/**
 * Reads the body of a message. Whoever picks something need not say anything.
 * @throws Refusal for what does not fit
 */
export function saidIn(body: string, faults: Faults): Said {
  const members = membersOf(body);
  if (members === undefined) return unfit(undefined, "JSON object expected");
  const known = ["message", "message_type", "button_id"];
  const stranger = [...members.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) unfit(stranger, "extra inputs are not permitted");
  const type = members.get("message_type") ?? "text";
  if (type !== "text" && type !== "button") unfit("message_type", "text or button expected");
  const button = members.get("button_id") ?? undefined;
  if (button !== undefined && typeof button !== "string") unfit("button_id", "string expected");
  if (type === "button" && button === undefined) unfit("button_id", "which button?");
  const text = members.get("message") ?? (button === undefined ? undefined : " ");
  if (typeof text !== "string") return unfit("message", "string expected");
  if (text.trim() === "" && button === undefined) unfit("message", "nothing said");
  const most = faults.has("one-character-less") ? longest - 1 : longest;
  if (faults.has("any-length")) return { picked: button };
  if (text.length > most && [...characters.segment(text)].length > most)
    unfit("message", `at most ${longest} characters expected`);
  const ignored = faults.has("type-decides") && type !== "button";
  return { picked: ignored ? undefined : button };
}
