import type { Key } from "../access/keys.ts";
import type { Store } from "../store/store.ts";
import type { LooseAnswer } from "./handlers.ts";

/** How many characters are kept at most. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Gives the answer to an address, made anew if need be. */
export type Remember = (
  key: Key | undefined,
  url: string,
  make: () => Promise<LooseAnswer>,
) => Promise<LooseAnswer>;

/**
 * Gives an answer of status 200 again, as the text that it was, until anything in the store changes. It is for operations
 * whose answers are made of the workspace, the address and the store alone: see `Api.remembered`. On a store that others
 * change unseen, every answer is made anew.
 */
export function answerMemory(store: Store): Remember {
  const known = new Map<string, LooseAnswer>();
  let version: number | undefined;
  let characters = 0;

  function forget(): void {
    known.clear();
    characters = 0;
  }

  return async (key, url, make) => {
    const now = store.version();
    if (now === undefined || key === undefined) return make();
    if (now !== version) forget();
    version = now;
    const place = `${key.workspaceId} ${url}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    const answer = await make();
    // What changed meanwhile may be in it, or not.
    if (answer.status !== 200 || store.version() !== now) return answer;
    const text = JSON.stringify(answer.body);
    characters += text.length;
    if (characters > MOST_CHARACTERS) forget();
    const kept = { status: 200, text, mediaType: "application/json; charset=utf-8" };
    known.set(place, kept);
    return kept;
  };
}
