import { addedUp, counters } from "../store/counters.ts";
import type { Sql } from "../store/store.ts";
import type { ConversationFilter } from "./conversation-slice.ts";

/** What a conversation is listed by. */
export interface Listed {
  readonly status: string;
  readonly channel_id: string;
  readonly assignee_id: string | null;
}

/** There is a counter for each set of filters that finds something. */
const totals = counters("sahut_conversation_totals", [
  "workspace_id",
  "status",
  "channel_id",
  "assignee_id",
]);

/** How a counter is named that does not look at a column, or counts what is assigned to nobody; ids have "=" before them. */
const ANY = "*";
const NOBODY = "-";

/** How many conversations pass every filter, without looking at them. */
export function countConversations(
  sql: Sql,
  workspaceId: string,
  { status, channel_id, assignee_id }: ConversationFilter,
): Promise<number> {
  const of = (value: string | undefined) => (value === undefined ? ANY : `=${value}`);
  return totals.total(sql, {
    workspace_id: workspaceId,
    status: of(status),
    channel_id: of(channel_id),
    assignee_id: assignee_id === "unassigned" ? NOBODY : of(assignee_id),
  });
}

/**
 * Counts conversations that have come, been changed or gone: what each was and what it is, where it was or is at all.
 * Call it in the transaction that writes them.
 */
export async function recount(
  sql: Sql,
  workspaceId: string,
  moves: readonly { readonly before?: Listed; readonly after?: Listed }[],
): Promise<void> {
  const changes = moves.flatMap(({ before, after }) => [
    ...(before === undefined ? [] : countersOf(workspaceId, before, -1)),
    ...(after === undefined ? [] : countersOf(workspaceId, after, 1)),
  ]);
  await totals.add(sql, addedUp(changes));
}

/** The eight that count a conversation: each column is looked at, or not. */
function countersOf(workspace_id: string, conversation: Listed, by: number) {
  const { status, channel_id, assignee_id } = conversation;
  return [ANY, `=${status}`].flatMap((status) =>
    [ANY, `=${channel_id}`].flatMap((channel_id) =>
      [ANY, assignee_id === null ? NOBODY : `=${assignee_id}`].map((assignee_id) => ({
        at: { workspace_id, status, channel_id, assignee_id },
        by,
      })),
    ),
  );
}
