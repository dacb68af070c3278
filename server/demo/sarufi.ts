import { addKey } from "../access/keys.ts";
import type { Sql } from "../store/store.ts";
import { insert } from "./insert.ts";
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
const LONG_AGO = "2024-04-02T12:00:00.000Z";

const { chatbotId, otherChatbotId, unpublishedChatbotId, strictChatbotId } = sarufiDemo;

const chatbots = [
  { id: chatbotId, workspace_id: WORKSPACE, name: "Support" },
  { id: otherChatbotId, workspace_id: WORKSPACE, name: "Bookings" },
  { id: unpublishedChatbotId, workspace_id: WORKSPACE, name: "Onboarding" },
  { id: OTHER_WORKSPACE_CHATBOT, workspace_id: OTHER_WORKSPACE, name: "Branch support" },
  { id: strictChatbotId, workspace_id: STRICT_WORKSPACE, name: "Trial" },
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
  await insert(sql, "sarufi_chatbots", chatbots);
  await insert(sql, "sarufi_flows", flows);
  await insert(sql, "sarufi_sessions", [
    session(sarufiDemo.closedSessionId, "goodbye", 1),
    session(sarufiDemo.expiredSessionId, "greeting", 0),
  ]);
}

function flow(number: number, chatbot_id: string, status: string, definition: object) {
  return {
    id: `01HX1A0000F10W000000000${String(number).padStart(3, "0")}`,
    chatbot_id,
    name: "Main",
    type: "conversation",
    status,
    definition: JSON.stringify(definition),
  };
}

function session(id: string, state: string, closed: number) {
  return {
    id,
    chatbot_id: chatbotId,
    flow_id: flow(1, chatbotId, "published", support).id,
    state,
    closed,
    created_at: LONG_AGO,
    active_at: LONG_AGO,
  };
}
