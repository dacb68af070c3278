/** What the Sahut part of `demo.yaml` has to offer: enough to try, and to check, every operation. */
export interface SahutDemo {
  /** Plan Business: 1,000 requests a minute. */
  readonly key: string;
  /** Plan Starter: 60 requests a minute. */
  readonly starterKey: string;
  readonly readOnlyKey: string;
  readonly otherWorkspaceKey: string;
  /** A contact who has never written, and a live chat channel. */
  readonly contactId: string;
  readonly channelId: string;
  /** The same on WhatsApp, where templates belong. */
  readonly whatsappContactId: string;
  readonly whatsappChannelId: string;
  readonly agentIds: readonly string[];
  readonly teamId: string;
  readonly templateId: string;
  readonly templateVariables: Readonly<Record<string, string>>;
  /** The open conversation of the documentation's examples. */
  readonly conversationId: string;
}

export const sahutDemo: SahutDemo = {
  key: "sk_live_demo_business",
  starterKey: "sk_live_demo_starter",
  readOnlyKey: "sk_live_demo_read_only",
  otherWorkspaceKey: "sk_live_demo_other_workspace",
  contactId: "ct_01HX4D1M5O7Q9R",
  channelId: "ch_01HX1B9K3M5N7P",
  whatsappContactId: "ct_01HX4D1M5O7Q9R",
  whatsappChannelId: "ch_01HX1A8J2L4M6N",
  agentIds: ["usr_01HX0Z7I1K3L5M", "usr_01HX0Z8J2L4M6N", "usr_01HX0Z9K3M5N7P"],
  teamId: "team_01HX0W1A2B3C4D",
  templateId: "tmpl_order_confirmation",
  templateVariables: { customer_name: "Budi", order_id: "ORD-12345", total: "Rp 450.000" },
  conversationId: "conv_01HX2B9K3M5N7P",
};
