import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import type { Action, Conditions, Rule, Trigger } from "./rule.ts";

interface RuleRow {
  id: string;
  name: string;
  conditions: string;
  actions: string;
}

/** Puts a rule below those that the workspace has. */
export async function addRuleRow(sql: Sql, workspaceId: string, rule: Rule): Promise<void> {
  await sql.run(
    `INSERT INTO sahut_rules (id, workspace_id, position, name, happening, conditions, actions)
     SELECT ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?
     FROM sahut_rules WHERE workspace_id = ?`,
    rule.id,
    workspaceId,
    rule.name,
    rule.trigger,
    JSON.stringify(rule.conditions),
    JSON.stringify(rule.actions),
    workspaceId,
  );
}

/** A workspace's rules for a happening, from top to bottom. */
export async function listRuleRows(
  sql: Sql,
  workspaceId: string,
  trigger: Trigger,
): Promise<Rule[]> {
  const rows = await sql.all<RuleRow>(
    `SELECT id, name, conditions, actions FROM sahut_rules
     WHERE workspace_id = ? AND happening = ? ORDER BY position`,
    workspaceId,
    trigger,
  );
  return rows.map(({ id, name, conditions, actions }) => ({
    id,
    name,
    trigger,
    conditions: fromJson<Conditions>(conditions),
    actions: fromJson<Action[]>(actions),
  }));
}
