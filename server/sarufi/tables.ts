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
];
