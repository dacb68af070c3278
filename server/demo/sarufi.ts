/** What the Sarufi part of `demo.yaml` has to offer: enough to try, and to check, every operation. */
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
