/** Something that this implementation can be told to do wrong, as its programmers might have done by mistake. */
export interface Fault {
  readonly api: "sahut" | "sarufi";
  /** What it does, in one sentence. */
  readonly does: string;
  /** The requirements that must notice. */
  readonly kills: readonly [string, ...string[]];
  /** Whether it shows only in the requests that other requirements make. Default: false. */
  readonly throughout?: true;
}

/** Every fault by its name. Each is a branch in the code of one of the two APIs. */
export const faults = {
  "total-of-the-page": {
    api: "sahut",
    does: "`meta.total` counts the items of the page.",
    kills: ["sahut/pagination/total-pages-is-ceiling"],
  },
  "pages-from-zero": {
    api: "sahut",
    does: "The second page begins one item too late.",
    kills: ["sahut/pagination/pages-leave-nothing-out"],
  },
  "order-by-status": {
    api: "sahut",
    does: "The list is sorted anew for each page, and not always alike.",
    kills: ["sahut/pagination/pages-do-not-overlap"],
  },
  "paged-before-filtered": {
    api: "sahut",
    does: "A page is cut out first and filtered then.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    throughout: true,
  },
  "one-filter-wins": {
    api: "sahut",
    does: "Of two filters the first one alone is applied.",
    kills: ["sahut/filters/channel"],
  },
  "unassigned-is-a-name": {
    api: "sahut",
    does: "`unassigned` is looked for among the ids of agents.",
    kills: ["sahut/filters/finds-an-unassigned-conversation"],
  },
  "null-is-left-out": {
    api: "sahut",
    does: "An `assignee_id` of null counts as none given.",
    kills: ["sahut/update/null-unassigns"],
  },
  "update-without-where": {
    api: "sahut",
    does: "A change is made in every conversation.",
    kills: ["sahut/update/others-stay-as-they-were"],
  },
  "answered-before-written": {
    api: "sahut",
    does: "The answer to a change shows the conversation as it was.",
    kills: ["sahut/update/answer-shows-the-change"],
  },
  "channel-by-type": {
    api: "sahut",
    does: "`channel_id` is looked for among the types of channels.",
    kills: ["sahut/filters/finds-a-resolved-conversation"],
  },
  "no-largest-page": {
    api: "sahut",
    does: "A page may be as large as anybody wishes.",
    kills: ["sahut/derived/listConversations/query/per_page/maximum"],
  },
  "snoozed-misspelt": {
    api: "sahut",
    does: "The filter for snoozed conversations finds none.",
    kills: ["sahut/filters/statuses-partition-the-list"],
  },
  "labels-are-added": {
    api: "sahut",
    does: "Labels that are set join those there were.",
    kills: ["sahut/update/labels-replace-the-earlier-ones"],
  },
  "left-out-is-cleared": {
    api: "sahut",
    does: "A change without labels takes them away, as a PUT would.",
    kills: ["sahut/update/status-leaves-the-rest"],
  },
  "written-before-checked": {
    api: "sahut",
    does: "Labels are written before the rest of the change is looked at.",
    kills: ["sahut/update/refused-change-changes-nothing"],
  },
  "agents-on-trust": {
    api: "sahut",
    does: "Anybody can be assigned, known or not.",
    kills: ["sahut/create/unknown-agent-is-refused", "sahut/update/unknown-agent-is-refused"],
  },
  "first-message-forgotten": {
    api: "sahut",
    does: "A conversation is started without its message.",
    kills: ["sahut/create/first-message-is-sent"],
  },
  "latest-first": {
    api: "sahut",
    does: "Messages are listed latest first.",
    kills: ["sahut/messages/oldest-first"],
  },
  "three-bytes-a-character": {
    api: "sahut",
    does: "A text with an emoji is answered like any other, and the database does not take it.",
    kills: ["sahut/messages/sent-message-is-listed"],
  },
  "sent-before-checked": {
    api: "sahut",
    does: "A text is kept before the rest of the message is looked at.",
    kills: ["sahut/messages/said-once-and-only-if-accepted"],
    throughout: true,
  },
  "messages-by-contact": {
    api: "sahut",
    does: "Messages are kept by contact and not by conversation.",
    kills: ["sahut/messages/stay-in-their-conversation"],
  },
  "cut-at-255": {
    api: "sahut",
    does: "The column for text holds 255 characters, and the rest is cut off.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
  },
  "html-escaped": {
    api: "sahut",
    does: "Text is escaped for HTML when it is stored.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
  },
  "templates-on-trust": {
    api: "sahut",
    does: "A template that does not exist is sent all the same.",
    kills: ["sahut/messages/unknown-template-is-refused"],
  },
  "patch-is-no-write": {
    api: "sahut",
    does: "A key that may not write may PATCH.",
    kills: ["sahut/keys/read-only-key-may-not-write"],
  },
  "messages-unguarded": {
    api: "sahut",
    does: "Any key reads and writes the messages of any workspace.",
    kills: ["sahut/keys/workspaces-are-apart"],
  },
  "one-limit-for-all": {
    api: "sahut",
    does: "Requests are counted by workspace and not by key.",
    kills: ["sahut/rate-limit/keys-are-counted-apart"],
  },
  "wait-in-milliseconds": {
    api: "sahut",
    does: "`Retry-After` is in milliseconds.",
    kills: ["sahut/rate-limit/retry-after-says-how-long"],
  },
  "status-as-text": {
    api: "sahut",
    does: "`error.status` is a text.",
    kills: ["sahut/derived/listConversations/refusal-body"],
  },
  "local-time": {
    api: "sahut",
    does: "Timestamps are Jakarta's, marked as UTC.",
    kills: ["sahut/timestamps/creation-is-now"],
  },
  "state-of-the-chatbot": {
    api: "sarufi",
    does: "The state is kept for the chatbot and not for the session.",
    kills: ["sarufi/sessions/start-at-the-initial-state"],
  },
  "one-session-for-all": {
    api: "sarufi",
    does: "Who asks for a session is given the one that there is.",
    kills: ["sarufi/sessions/ids-are-unique"],
  },
  "any-length": {
    api: "sarufi",
    does: "A message may be as long as anybody wishes.",
    kills: ["sarufi/derived/sendChatMessage/body/message/maxLength"],
  },
  "greets-once": {
    api: "sarufi",
    does: "Who has been greeted is not greeted in full again.",
    kills: ["sarufi/sessions/greeting-is-the-same-for-everyone"],
  },
  "sessions-of-anybody": {
    api: "sarufi",
    does: "A session is found under any chatbot.",
    kills: ["sarufi/sessions/belong-to-their-chatbot"],
  },
  "chatbots-of-anybody": {
    api: "sarufi",
    does: "A chatbot is found by any key.",
    kills: ["sarufi/keys/workspaces-are-apart"],
  },
  "closed-is-unknown": {
    api: "sarufi",
    does: "A closed session is answered 404.",
    kills: ["sarufi/sessions/closed-session-is-gone"],
  },
  "never-expires": {
    api: "sarufi",
    does: "A session goes on after half an hour of silence.",
    kills: ["sarufi/sessions/expired-session-does-not-answer"],
  },
  "type-decides": {
    api: "sarufi",
    does: "A `button_id` counts only where the type is `button`.",
    kills: ["sarufi/messages/button-id-decides-the-type"],
  },
  "counts-one-less": {
    api: "sarufi",
    does: "`messages_count` is the place of the last message, counted from 0.",
    kills: ["sarufi/messages/count-covers-the-reply"],
  },
  "one-character-less": {
    api: "sarufi",
    does: "A message of 4,096 characters is too long.",
    kills: ["sarufi/derived/sendChatMessage/body/message/accepts-maxLength"],
  },
  "drafts-talk": {
    api: "sarufi",
    does: "A flow that is not published answers.",
    kills: ["sarufi/sessions/need-a-published-flow"],
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** The faults of one server. */
export type Faults = ReadonlySet<FaultName>;
