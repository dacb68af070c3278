import { at } from "../evidence.ts";
import { listenAddress } from "../receiver/address.ts";
import type { Suite } from "../suite.ts";
import { answerChecks } from "./answers.ts";
import { assignmentChecks } from "./assignment.ts";
import { bystanderCheck } from "./bystander.ts";
import { contactChangeChecks } from "./contact-changing.ts";
import { contactCreateChecks } from "./contact-creating.ts";
import { contactFindChecks } from "./contact-finding.ts";
import { contactKeyChecks } from "./contact-keys.ts";
import { contactSilentPoints } from "./contact-silent.ts";
import {
  changedContact,
  contactList,
  contactReadBack,
  ownContact,
  textAttribute,
} from "./contacts.ts";
import { createChecks } from "./creating.ts";
import { deliveryChecks } from "./deliveries.ts";
import { deliveryFailureChecks } from "./delivery-failures.ts";
import { deliverySilentPoints } from "./delivery-silent.ts";
import { messageList, sentMessage } from "./dialogue.ts";
import { envelopeChecks } from "./envelope.ts";
import { filterChecks } from "./filters.ts";
import { defaultList, discoveries } from "./inbox.ts";
import { keyChecks } from "./keys.ts";
import { labelChecks, noLabelsCheck } from "./labels.ts";
import { leftovers } from "./leftovers.ts";
import { limitChecks } from "./limits.ts";
import { messageChecks } from "./messages.ts";
import { noteAndTemplateChecks } from "./notes-and-templates.ts";
import { changed, ownConversation, readBack } from "./own-conversation.ts";
import { paginationChecks } from "./pagination.ts";
import { readingChecks } from "./reading.ts";
import { silentPoints } from "./silent.ts";
import { conversationSilentPoints } from "./silent-conversations.ts";
import { generalSilentPoints } from "./silent-general.ts";
import { messageSilentPoints } from "./silent-messages.ts";
import { sizeSilentPoints } from "./silent-sizes.ts";
import { whatsappSilentPoints } from "./silent-whatsapp.ts";
import { statusChecks } from "./status-walk.ts";
import { webhookSilentPoints } from "./webhook-silent.ts";
import { deletedWebhook, ownWebhook, webhookChecks } from "./webhooks.ts";

const root = new URL("../../", import.meta.url);

/** The Sahut REST API. */
export const sahut: Suite = {
  api: "sahut",
  contract: new URL("generated/sahut/contract.json", root),
  catalogue: new URL("openapi/sahut/requirements.yaml", root),
  features: ["contacts", "webhooks"],
  fixtures: [
    { name: "contact_id", about: "a contact to talk to", essential: true },
    { name: "channel_id", about: "a channel that reaches this contact", essential: true },
    { name: "agent_ids", about: "agents to assign to, two if possible" },
    { name: "team_id", about: "a team to assign to" },
    { name: "custom_attribute", about: "a text attribute that contacts have in this workspace" },
    { name: "template_id", about: "an approved WhatsApp template" },
    {
      name: "receiver_url",
      about: "an address from which the target reaches the receiver of webhooks",
      mistake: (value) =>
        /^https?:$/.test(URL.parse(value)?.protocol ?? "")
          ? undefined
          : "it is a whole address, such as https://hooks.example.com",
    },
    {
      name: "receiver_listen",
      about: "where the receiver of webhooks listens",
      mistake: (value) =>
        listenAddress(value) === undefined
          ? "it is an address and a port of this machine, such as 127.0.0.1:4030"
          : undefined,
    },
    {
      name: "receiver_patience",
      about: "how many seconds deliveries may be waited for",
      mistake: (value) =>
        /^\d+$/.test(value) ? undefined : "it is a number of seconds, such as 30",
    },
    { name: "read_only_key", about: "a key that may not write", secret: true },
    { name: "other_workspace_key", about: "a key of another workspace", secret: true },
    {
      name: "limited_key",
      about: "a key that nothing else uses, and its plan's requests a minute",
      secret: true,
      members: ["key", "requests_per_minute"],
    },
  ],
  discoveries: { ...discoveries, custom_attribute: textAttribute },
  controls: {
    listConversations: defaultList,
    createConversation: ownConversation,
    getConversation: readBack,
    updateConversation: changed,
    listMessages: messageList,
    sendMessage: sentMessage,
    listContacts: contactList,
    createContact: ownContact,
    getContact: contactReadBack,
    updateContact: changedContact,
    createWebhook: ownWebhook,
    deleteWebhook: deletedWebhook,
  },
  unknownKey: "sk_live_concordat_unknown_key",
  // The largest page and each status are asked for once, for its acceptance and for what it lets through.
  // Changes of state are judged by what reads afterwards, and reached in an order that every reading permits.
  authoredInstead: {
    "sahut/derived/listConversations/query/per_page/accepts-maximum":
      "sahut/pagination/largest-page-is-accepted",
    "sahut/derived/listConversations/query/status/accepts-open":
      "sahut/filters/every-status-is-accepted",
    "sahut/derived/listConversations/query/status/accepts-pending":
      "sahut/filters/every-status-is-accepted",
    "sahut/derived/listConversations/query/status/accepts-resolved":
      "sahut/filters/every-status-is-accepted",
    "sahut/derived/listConversations/query/status/accepts-snoozed":
      "sahut/filters/every-status-is-accepted",
    "sahut/derived/updateConversation/body/status/accepts-open":
      "sahut/update/every-status-is-kept",
    "sahut/derived/updateConversation/body/status/accepts-pending":
      "sahut/update/every-status-is-kept",
    "sahut/derived/updateConversation/body/status/accepts-resolved":
      "sahut/update/every-status-is-kept",
    "sahut/derived/updateConversation/body/status/accepts-snoozed":
      "sahut/update/every-status-is-kept",
    "sahut/derived/updateConversation/body/assignee_id/accepts-null": "sahut/update/null-unassigns",
    "sahut/derived/listContacts/query/per_page/accepts-maximum":
      "sahut/pagination/largest-page-of-contacts-is-accepted",
    // Whether null clears is not documented.
    "sahut/derived/updateContact/body/phone/accepts-null": "sahut/silent/null-in-a-contact-change",
    "sahut/derived/updateContact/body/email/accepts-null": "sahut/silent/null-in-a-contact-change",
    "sahut/derived/updateContact/body/company/accepts-null":
      "sahut/silent/null-in-a-contact-change",
    // What is accepted stays, since contacts cannot be deleted: one such contact is enough.
    "sahut/derived/createContact/body/name/type": "sahut/silent/wrong-types-in-a-contact",
    "sahut/derived/createContact/body/phone/type": "sahut/silent/wrong-types-in-a-contact",
    "sahut/derived/createContact/body/email/type": "sahut/silent/wrong-types-in-a-contact",
    "sahut/derived/createContact/body/company/type": "sahut/silent/wrong-types-in-a-contact",
    "sahut/derived/createContact/body/tags/type": "sahut/silent/wrong-types-in-a-contact",
    "sahut/derived/createContact/body/custom_attributes/type":
      "sahut/silent/wrong-types-in-a-contact",
  },
  // The order matters: what resolves our conversation comes after what happens in it.
  checks: [
    ...readingChecks,
    ...paginationChecks,
    // Notes and templates first, so that the lists that are read hold them.
    ...noteAndTemplateChecks,
    ...messageChecks,
    ...envelopeChecks,
    ...answerChecks,
    ...keyChecks,
    ...filterChecks,
    ...labelChecks,
    ...assignmentChecks,
    noLabelsCheck,
    ...statusChecks,
    ...createChecks,
    bystanderCheck,
    ...contactCreateChecks,
    ...contactChangeChecks,
    ...contactFindChecks,
    ...contactKeyChecks,
    ...webhookChecks,
    ...silentPoints,
    ...generalSilentPoints,
    ...conversationSilentPoints,
    ...contactSilentPoints,
    ...webhookSilentPoints,
    ...limitChecks,
    // Last, so that the second that it waits for has passed by itself.
    ...messageSilentPoints,
    ...sizeSilentPoints,
    ...whatsappSilentPoints,
    // What listens from the beginning is asked at the end.
    ...deliveryChecks,
    ...deliveryFailureChecks,
    ...deliverySilentPoints,
  ],
  secretsIn: (exchanges) =>
    exchanges
      .filter(({ call }) => call.operationId === "createWebhook")
      .flatMap(({ response }) => at(response?.json, "data", "secret") ?? [])
      .filter((secret) => typeof secret === "string"),
  // Introduction, Rate limits: of each key.
  limits: {
    starter: [{ of: "requests", requests: 60, seconds: 60 }],
    pro: [{ of: "requests", requests: 300, seconds: 60 }],
    business: [{ of: "requests", requests: 1000, seconds: 60 }],
  },
  leftovers,
  journeys: async () => (await import("./journeys/journeys.ts")).journeys,
};
