import type { Faults } from "../faults.ts";
import type { Members } from "./fields.ts";
import type { Conversation, Key, Workspace } from "./inbox.ts";
import { Refusal } from "./refusal.ts";

/** All that an operation has at hand. */
export interface Scene {
  readonly key: Key;
  readonly workspaces: ReadonlySet<Workspace>;
  readonly query: URLSearchParams;
  /** The body's members; none where the method has no body. */
  readonly members: Members;
  readonly now: number;
  readonly faults: Faults;
}

/**
 * The conversation of that id, in whatever letter case.
 * @throws Refusal 403 for one of another workspace, 404 for none
 */
export function conversationOf({ key, workspaces }: Scene, id: string): Conversation {
  const place = id.toLowerCase();
  const own = key.workspace.conversations.get(place);
  if (own !== undefined) return own;
  const foreign = [...workspaces].some(({ conversations }) => conversations.has(place));
  throw foreign
    ? new Refusal(403, "Bukan milik ruang kerja ini")
    : new Refusal(404, "Percakapan tidak ditemukan");
}
