/** Sahut's tables; see `migrate` for how they change. Labels and attachments are JSON. */
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
];
