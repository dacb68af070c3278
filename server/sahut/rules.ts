import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { Trigger } from "./rule.ts";
import { act } from "./rule-actions.ts";
import { factsOf, holds } from "./rule-conditions.ts";
import { listRuleRows } from "./rule-rows.ts";

/**
 * Runs a workspace's rules for what has just happened in a conversation: from top to bottom every one whose conditions
 * hold, until one that stops the rest (Automation guide).
 *
 * Silent: what sets rules off. The API, the customer and the end of a snooze do; rules do not, so that none runs in a
 * circle, though webhooks are told of what they do. Whoever calls this has told the event itself before.
 */
export async function runRules(
  sql: Sql,
  services: Services,
  workspaceId: string,
  trigger: Trigger,
  conversationId: string,
): Promise<void> {
  const rules = await listRuleRows(sql, workspaceId, trigger);
  if (rules.length === 0) return;
  const facts = await factsOf(sql, conversationId);
  for (const rule of rules) {
    if (!holds(rule.conditions, facts)) continue;
    const doer = { workspaceId, conversationId, id: rule.id, name: rule.name };
    for (const action of rule.actions) await act(sql, services, doer, action);
    // Silent: whether a message that starts a conversation meets two lists to stop. It does, and each stops by itself.
    if (rule.actions.some(({ type }) => type === "stop")) return;
  }
}
