import { addKey } from "../access/keys.ts";
import type { Sql } from "../store/store.ts";
import { insert } from "./insert.ts";
import { fillConversations } from "./sarufi-conversations.ts";
import { booking, support } from "./sarufi-flows.ts";

/** What the Sarufi demo data is called: enough to try, and to check, every operation. */
export interface SarufiDemo {
  readonly key: string;
  readonly otherWorkspaceKey: string;
  /** Gets no burst: one read a second, one write in two. */
  readonly strictKey: string;
  /** A chatbot of the strict key's workspace. */
  readonly strictChatbotId: string;
  readonly chatbotId: string;
  /** Another chatbot of the same workspace, with another flow. */
  readonly otherChatbotId: string;
  readonly unpublishedChatbotId: string;
  /** Sessions of `chatbotId`. */
  readonly closedSessionId: string;
  readonly expiredSessionId: string;
}

export const sarufiDemo: SarufiDemo = {
  key: "sk-demo-main",
  otherWorkspaceKey: "sk-demo-other-workspace",
  strictKey: "sk-demo-strict",
  strictChatbotId: "01HX1A0000CHATB0T000000005",
  chatbotId: "01HX1A0000CHATB0T000000001",
  otherChatbotId: "01HX1A0000CHATB0T000000002",
  unpublishedChatbotId: "01HX1A0000CHATB0T000000003",
  closedSessionId: "01HX1A0000SESS10N000000001",
  expiredSessionId: "01HX1A0000SESS10N000000002",
};

const WORKSPACE = "01HX1A0000W0RKSPACE0000001";
const OTHER_WORKSPACE = "01HX1A0000W0RKSPACE0000002";
const STRICT_WORKSPACE = "01HX1A0000W0RKSPACE0000003";
const OTHER_WORKSPACE_CHATBOT = "01HX1A0000CHATB0T000000004";
const LONG_AGO = "2024-04-02T12:00:00Z";

const { chatbotId, otherChatbotId, unpublishedChatbotId, strictChatbotId } = sarufiDemo;

const workspaces = [
  workspace(WORKSPACE, "Acme Corp", "pro"),
  workspace(OTHER_WORKSPACE, "Acme Branch", "starter"),
  workspace(STRICT_WORKSPACE, "Acme Trial", "free"),
];

const chatbots = [
  chatbot(chatbotId, WORKSPACE, "Support", "support"),
  chatbot(otherChatbotId, WORKSPACE, "Bookings", "sales"),
  chatbot(unpublishedChatbotId, WORKSPACE, "Onboarding", "onboarding"),
  chatbot(OTHER_WORKSPACE_CHATBOT, OTHER_WORKSPACE, "Branch support", "support"),
  chatbot(strictChatbotId, STRICT_WORKSPACE, "Trial", null),
];

const flows = [
  flow(1, chatbotId, "published", support),
  flow(2, otherChatbotId, "published", booking),
  flow(3, unpublishedChatbotId, "draft", booking),
  flow(4, OTHER_WORKSPACE_CHATBOT, "published", support),
  flow(5, strictChatbotId, "published", support),
];

export async function fillSarufi(sql: Sql): Promise<void> {
  const key = (id: string, secret: string, workspaceId: string, plan: string) =>
    addKey(sql, "sarufi", secret, { id, workspaceId, label: id, plan, readOnly: false });
  await key("key_main", sarufiDemo.key, WORKSPACE, "standard");
  await key("key_other", sarufiDemo.otherWorkspaceKey, OTHER_WORKSPACE, "standard");
  await key("key_strict", sarufiDemo.strictKey, STRICT_WORKSPACE, "strict");
  await insert(sql, "sarufi_workspaces", workspaces);
  await insert(sql, "sarufi_chatbots", chatbots);
  await insert(sql, "sarufi_flows", flows);
  const published = flows.filter(({ status }) => status === "published");
  await insert(
    sql,
    "sarufi_versions",
    published.map(({ id, definition }) => ({
      id,
      flow_id: id,
      definition,
      published_at: LONG_AGO,
    })),
  );
  await fillConversations(sql, chatbotId, otherChatbotId);
  await addOldSession(sql, sarufiDemo.closedSessionId, "goodbye", 1);
  await addOldSession(sql, sarufiDemo.expiredSessionId, "greeting", 0);
}

function workspace(id: string, name: string, plan: string) {
  return { id, name, plan, created_at: LONG_AGO, key_created_at: LONG_AGO };
}

function chatbot(id: string, workspace_id: string, name: string, category: string | null) {
  const webhook_secret = `whsec_demo_${id.slice(-3)}`;
  return { id, workspace_id, name, category, webhook_secret, created_at: LONG_AGO };
}

function flow(number: number, chatbot_id: string, status: string, definition: object) {
  return {
    id: `01HX1A0000F10W000000000${String(number).padStart(3, "0")}`,
    chatbot_id,
    name: "Main",
    type: "conversation",
    status,
    definition: JSON.stringify(definition),
    created_at: LONG_AGO,
  };
}

/** A session of long ago in which nothing was said. */
async function addOldSession(sql: Sql, id: string, state: string, closed: number): Promise<void> {
  const conversation = {
    id,
    chatbot_id: chatbotId,
    channel: "api",
    status: closed === 1 ? "CLOSED" : "ACTIVE",
    unread_count: 0,
    created_at: LONG_AGO,
  };
  const version_id = flow(1, chatbotId, "published", support).id;
  await insert(sql, "sarufi_conversations", [conversation]);
  await insert(sql, "sarufi_chats", [
    { conversation_id: id, version_id, state, closed, active_at: LONG_AGO },
  ]);
}
