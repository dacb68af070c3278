/** Sarufi's tables; see `migrate` for how they change. Definitions and messages are JSON. */
export const tables: readonly string[] = [
  `CREATE TABLE sarufi_chatbots (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL
  );
  CREATE TABLE sarufi_flows (
    id TEXT PRIMARY KEY,
    chatbot_id TEXT NOT NULL REFERENCES sarufi_chatbots (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    definition TEXT NOT NULL
  );
  CREATE INDEX sarufi_flows_published ON sarufi_flows (chatbot_id, type, status);
  CREATE TABLE sarufi_sessions (
    id TEXT PRIMARY KEY,
    chatbot_id TEXT NOT NULL REFERENCES sarufi_chatbots (id),
    flow_id TEXT NOT NULL REFERENCES sarufi_flows (id),
    state TEXT NOT NULL,
    closed INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    active_at TEXT NOT NULL
  );
  CREATE TABLE sarufi_exchanges (
    session_id TEXT NOT NULL REFERENCES sarufi_sessions (id),
    position INTEGER NOT NULL,
    message TEXT,
    response TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (session_id, position)
  );`,
  // Conversations on every channel, of which a session is one; and flows that keep what they published.
  `CREATE TABLE sarufi_workspaces (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    plan TEXT NOT NULL,
    created_at TEXT NOT NULL,
    key_created_at TEXT NOT NULL
  );
  INSERT INTO sarufi_workspaces
    SELECT DISTINCT workspace_id, 'Workspace', 'free', '2024-04-02T12:00:00Z', '2024-04-02T12:00:00Z'
    FROM sarufi_chatbots;
  ALTER TABLE sarufi_chatbots ADD COLUMN description TEXT;
  ALTER TABLE sarufi_chatbots ADD COLUMN category TEXT;
  ALTER TABLE sarufi_chatbots ADD COLUMN webhook_secret TEXT NOT NULL DEFAULT 'whsec_unset';
  ALTER TABLE sarufi_chatbots ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE sarufi_chatbots ADD COLUMN created_at TEXT NOT NULL DEFAULT '2024-04-02T12:00:00Z';
  ALTER TABLE sarufi_chatbots ADD COLUMN updated_at TEXT;
  CREATE UNIQUE INDEX sarufi_chatbots_name ON sarufi_chatbots (workspace_id, name);
  ALTER TABLE sarufi_flows ADD COLUMN created_at TEXT NOT NULL DEFAULT '2024-04-02T12:00:00Z';
  ALTER TABLE sarufi_flows ADD COLUMN updated_at TEXT;
  CREATE TABLE sarufi_versions (
    id TEXT PRIMARY KEY,
    flow_id TEXT NOT NULL REFERENCES sarufi_flows (id),
    definition TEXT NOT NULL,
    published_at TEXT NOT NULL
  );
  CREATE INDEX sarufi_versions_flow ON sarufi_versions (flow_id);
  INSERT INTO sarufi_versions SELECT id, id, definition, created_at FROM sarufi_flows;
  CREATE TABLE sarufi_conversations (
    id TEXT PRIMARY KEY,
    chatbot_id TEXT NOT NULL REFERENCES sarufi_chatbots (id),
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    user_phone TEXT,
    contact_name TEXT,
    unread_count INTEGER NOT NULL,
    last_message_id TEXT,
    last_message_at TEXT,
    last_message_preview TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT
  );
  CREATE INDEX sarufi_conversations_newest ON sarufi_conversations (chatbot_id, created_at, id);
  CREATE TABLE sarufi_messages (
    conversation_id TEXT NOT NULL REFERENCES sarufi_conversations (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    message TEXT,
    response TEXT,
    message_type TEXT NOT NULL,
    responder TEXT NOT NULL,
    received_at TEXT NOT NULL,
    responded_at TEXT,
    PRIMARY KEY (conversation_id, position)
  );
  CREATE TABLE sarufi_chats (
    conversation_id TEXT PRIMARY KEY REFERENCES sarufi_conversations (id),
    version_id TEXT REFERENCES sarufi_versions (id),
    state TEXT NOT NULL,
    closed INTEGER NOT NULL,
    active_at TEXT NOT NULL
  );
  CREATE INDEX sarufi_chats_version ON sarufi_chats (version_id);
  INSERT INTO sarufi_conversations
    SELECT id, chatbot_id, 'api', CASE closed WHEN 1 THEN 'CLOSED' ELSE 'ACTIVE' END, NULL, NULL, 0,
      NULL, NULL, NULL, SUBSTR(created_at, 1, 19) || 'Z', NULL
    FROM sarufi_sessions;
  INSERT INTO sarufi_messages
    SELECT session_id, position, session_id || '-' || position, message, NULL, 'text', 'BOT',
      SUBSTR(received_at, 1, 19) || 'Z', NULL
    FROM sarufi_exchanges;
  INSERT INTO sarufi_chats SELECT id, flow_id, state, closed, active_at FROM sarufi_sessions;
  DROP TABLE sarufi_exchanges;
  DROP TABLE sarufi_sessions;`,
  // What a chat remembers: JSON.
  "ALTER TABLE sarufi_chats ADD COLUMN variables TEXT NOT NULL DEFAULT '{}'",
  // Totals that are kept, and indexes for what lists filter by and sort by.
  `CREATE TABLE sarufi_chatbot_totals (
    workspace_id TEXT NOT NULL,
    lane INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, lane)
  );
  INSERT INTO sarufi_chatbot_totals
    SELECT workspace_id, 0, COUNT(*) FROM sarufi_chatbots GROUP BY workspace_id;
  CREATE INDEX sarufi_chatbots_list ON sarufi_chatbots (workspace_id, created_at, id);
  CREATE INDEX sarufi_conversations_by_status
    ON sarufi_conversations (chatbot_id, status, created_at, id);
  CREATE INDEX sarufi_conversations_by_channel
    ON sarufi_conversations (chatbot_id, channel, created_at, id);
  CREATE INDEX sarufi_conversations_by_status_channel
    ON sarufi_conversations (chatbot_id, status, channel, created_at, id);`,
];
