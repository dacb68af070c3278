/** Sahut's tables; see `migrate` for how they change. Lists and objects are JSON. */
export const tables: readonly string[] = [
  `CREATE TABLE sahut_channels (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL
  );
  CREATE TABLE sahut_contacts (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT
  );
  CREATE TABLE sahut_agents (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL
  );
  CREATE TABLE sahut_teams (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL
  );
  CREATE TABLE sahut_templates (
    workspace_id TEXT NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
  );
  CREATE TABLE sahut_conversations (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    status TEXT NOT NULL,
    channel_id TEXT NOT NULL REFERENCES sahut_channels (id),
    contact_id TEXT NOT NULL REFERENCES sahut_contacts (id),
    assignee_id TEXT REFERENCES sahut_agents (id),
    team_id TEXT REFERENCES sahut_teams (id),
    labels TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  );
  CREATE INDEX sahut_conversations_list ON sahut_conversations (workspace_id, updated_at DESC, id);
  CREATE TABLE sahut_messages (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES sahut_conversations (id),
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    content TEXT,
    sender_type TEXT,
    sender_id TEXT,
    sender_name TEXT,
    attachments TEXT NOT NULL,
    private INTEGER NOT NULL,
    created_at TEXT NOT NULL
  );
  CREATE UNIQUE INDEX sahut_messages_order
    ON sahut_messages (conversation_id, created_at, position);`,
  `ALTER TABLE sahut_contacts ADD COLUMN email TEXT;
  ALTER TABLE sahut_contacts ADD COLUMN company TEXT;
  ALTER TABLE sahut_contacts ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE sahut_contacts ADD COLUMN custom_attributes TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE sahut_contacts ADD COLUMN created_at TEXT NOT NULL DEFAULT '2024-01-01T00:00:00Z';
  ALTER TABLE sahut_contacts ADD COLUMN search TEXT NOT NULL DEFAULT '';
  UPDATE sahut_contacts SET search = LOWER(name || ' ' || COALESCE(phone, ''));
  CREATE INDEX sahut_contacts_list ON sahut_contacts (workspace_id, created_at DESC, id DESC);
  CREATE TABLE sahut_webhooks (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at TEXT NOT NULL
  );`,
  // What happens in time and by itself: snoozes that end, rules, templates that wait for approval, deliveries.
  `ALTER TABLE sahut_conversations ADD COLUMN snoozed_until TEXT;
  CREATE INDEX sahut_conversations_snoozed ON sahut_conversations (snoozed_until);
  CREATE INDEX sahut_conversations_contact ON sahut_conversations (contact_id, channel_id);
  ALTER TABLE sahut_templates ADD COLUMN status TEXT NOT NULL DEFAULT 'approved';
  CREATE TABLE sahut_rules (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    happening TEXT NOT NULL,
    conditions TEXT NOT NULL,
    actions TEXT NOT NULL
  );
  CREATE INDEX sahut_rules_order ON sahut_rules (workspace_id, happening, position);
  CREATE TABLE sahut_deliveries (
    id TEXT PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES sahut_webhooks (id),
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    created_at TEXT NOT NULL
  );
  CREATE INDEX sahut_deliveries_due ON sahut_deliveries (webhook_id, due_at);
  CREATE TABLE sahut_webhook_turns (
    webhook_id TEXT PRIMARY KEY,
    until TEXT NOT NULL
  );
  CREATE INDEX sahut_webhooks_workspace ON sahut_webhooks (workspace_id);`,
  // Totals that are kept (see conversation-totals.ts), and indexes in the order of lists (see conversation-slice.ts).
  `CREATE TABLE sahut_conversation_totals (
    workspace_id TEXT NOT NULL,
    status TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    assignee_id TEXT NOT NULL,
    lane INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, status, channel_id, assignee_id, lane)
  );
  INSERT INTO sahut_conversation_totals
    WITH looked_at AS (SELECT 0 AS yes UNION ALL SELECT 1),
      counted AS (
        SELECT workspace_id, status, channel_id, assignee_id, COUNT(*) AS number
        FROM sahut_conversations GROUP BY workspace_id, status, channel_id, assignee_id
      )
    SELECT workspace_id,
      CASE s.yes WHEN 1 THEN '=' || status ELSE '*' END,
      CASE c.yes WHEN 1 THEN '=' || channel_id ELSE '*' END,
      CASE WHEN a.yes = 0 THEN '*' WHEN assignee_id IS NULL THEN '-' ELSE '=' || assignee_id END,
      0, SUM(number)
    FROM counted, looked_at s, looked_at c, looked_at a GROUP BY 1, 2, 3, 4;
  CREATE TABLE sahut_contact_totals (
    workspace_id TEXT NOT NULL,
    lane INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, lane)
  );
  INSERT INTO sahut_contact_totals
    SELECT workspace_id, 0, COUNT(*) FROM sahut_contacts GROUP BY workspace_id;
  ALTER TABLE sahut_conversations ADD COLUMN messages INTEGER NOT NULL DEFAULT 0;
  UPDATE sahut_conversations SET messages =
    (SELECT COUNT(*) FROM sahut_messages m WHERE m.conversation_id = sahut_conversations.id);
  CREATE INDEX sahut_conversations_by_status
    ON sahut_conversations (workspace_id, status, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_channel
    ON sahut_conversations (workspace_id, channel_id, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_assignee
    ON sahut_conversations (workspace_id, assignee_id, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_status_channel
    ON sahut_conversations (workspace_id, status, channel_id, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_status_assignee
    ON sahut_conversations (workspace_id, status, assignee_id, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_channel_assignee
    ON sahut_conversations (workspace_id, channel_id, assignee_id, updated_at DESC, id);
  CREATE INDEX sahut_conversations_by_status_channel_assignee
    ON sahut_conversations (workspace_id, status, channel_id, assignee_id, updated_at DESC, id);`,
];
