import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, asked, body, handling, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";
import {
  drops,
  isNew,
  laterBy,
  neverReads,
  openToStrangers,
  overlooks,
  where,
} from "./sarufi-tampering.ts";

const refusal = { status: 422, body: { detail: "Not possible" }, headers: {} };

const create = "createChatbot";
const get = "getChatbot";
const update = "updateChatbot";
const list = "listChatbots";

/** Writes under other names what has a name that is taken. */
const renaming = (operation: string) => {
  let count = 0;
  return handling(operation, async (call, next) => {
    const answer = await next(call);
    if (answer.status !== 409) return answer;
    count += 1;
    const name = `${String(call.body.name)}${" ".repeat(count)}`;
    return next({ ...call, body: { ...call.body, name } });
  });
};

export const chatbotMutants = mutantsOf(
  "sarufi",
  {
    "me-shows-the-key": {
      breaks: "A key is shown masked.",
      kills: ["sarufi/workspace/key-is-masked"],
      only: ["sarufi/workspace"],
      fault: body("getMe", "api_key.key", () => sarufiDemo.key),
    },
    "me-is-everybody": {
      breaks: "A key tells of its own workspace.",
      kills: ["sarufi/workspace/key-belongs-to-it"],
      only: ["sarufi/workspace"],
      fault: openToStrangers("getMe"),
    },
    ...Object.fromEntries(
      [list, get, update, "getChatbotStats"].map((operation) => [
        `chatbot-in-another-workspace-by-${operation}`,
        {
          breaks: "A key reaches no chatbot of another workspace.",
          kills: ["sarufi/keys/chatbots-are-apart"] as const,
          only: ["sarufi/keys/chatbots-are-apart"],
          fault: openToStrangers(operation),
        },
      ]),
    ),
    ...Object.fromEntries(
      ["description", "category"].flatMap((member) => [
        [
          `chatbot-needs-a-${member}`,
          {
            breaks: `A chatbot can be made without a ${member}.`,
            kills: ["sarufi/chatbots/a-name-is-enough"] as const,
            fault: around(create, async ({ body: given }, proceed) =>
              at(given, member) === undefined ? refusal : proceed(),
            ),
          },
        ],
        [
          `chatbot-${member}-not-stored`,
          {
            breaks: `A chatbot is made with the ${member} that was asked for.`,
            kills: ["sarufi/chatbots/is-made-as-asked"] as const,
            fault: drops(create, member),
          },
        ],
        [
          `chatbot-change-of-${member}-ignored`,
          {
            breaks: `A change of a chatbot's ${member} is kept.`,
            kills: ["sarufi/chatbots/change-is-kept"] as const,
            fault: drops(update, member),
          },
        ],
        [
          `chatbot-change-clears-${member}`,
          {
            breaks: "What a change of a chatbot leaves out keeps its value.",
            kills: ["sarufi/chatbots/change-leaves-the-rest"] as const,
            fault: asked(update, ({ body: change }) => ({ body: { [member]: "", ...change } })),
          },
        ],
      ]),
    ),
    "chatbot-change-only-shown": {
      breaks: "A change of a chatbot is what reads afterwards.",
      kills: ["sarufi/chatbots/change-is-kept"],
      fault: handling(update, async (call, next, { getChatbot }) => {
        const before = call.body.name === undefined ? await getChatbot?.(call) : undefined;
        return before?.status === 200
          ? { ...before, body: { ...before.body, ...call.body } }
          : next(call);
      }),
    },
    "chatbot-read-as-another": {
      breaks: "A chatbot is read under its own id.",
      kills: ["sarufi/chatbots/change-is-kept"],
      fault: body(get, "id", () => sarufiDemo.otherChatbotId),
    },
    "chatbot-made-in-local-time": {
      breaks: "A new chatbot's `created_at` is now, in UTC.",
      kills: ["sarufi/chatbots/created-now"],
      fault: body(create, "created_at", laterBy(3)),
    },
    "chatbot-updated-at-once": {
      breaks: "A new chatbot has not been updated.",
      kills: ["sarufi/chatbots/not-updated-at-first"],
      fault: body(create, "", (made) => ({ ...Object(made), updated_at: at(made, "created_at") })),
    },
    "chatbot-never-updated": {
      breaks: "A chatbot that was changed tells when.",
      kills: ["sarufi/chatbots/updated-once-changed"],
      fault: body([get, update], "updated_at", () => null),
    },
    "chatbot-names-shared": {
      breaks: "No two chatbots of a workspace have the same name.",
      kills: ["sarufi/chatbots/name-is-taken-once"],
      fault: renaming(create),
    },
    "taken-name-is-a-bad-request": {
      breaks: "A name that is taken is a conflict.",
      kills: ["sarufi/chatbots/taken-name-is-a-conflict"],
      fault: leaving(create, ({ status }) => (status === 409 ? { status: 400 } : {})),
    },
    "chatbot-names-taken-over": {
      breaks: "No chatbot can be given the name of another.",
      kills: ["sarufi/chatbots/name-cannot-be-taken-over"],
      fault: renaming(update),
    },
    "chatbot-not-deleted": {
      breaks: "A chatbot that was deleted is not there any more.",
      kills: ["sarufi/chatbots/deleted-is-gone"],
      fault: handling("deleteChatbot", async () => ({ status: 204 })),
    },
    ...Object.fromEntries(
      [
        ["listFlows", { items: [], total: 0 }],
        ["listConversations", { count: 0, conversations: [], next_cursor: null }],
      ].map(([operation, nothing]) => [
        `deleted-chatbot-answers-${String(operation)}`,
        {
          breaks: "What belonged to a chatbot that was deleted is not there any more.",
          kills: ["sarufi/chatbots/deleted-is-gone"] as const,
          fault: handling(String(operation), async (call, next) => {
            const answer = await next(call);
            return answer.status === 404 && isNew(call.path.chatbot_id)
              ? { status: 200, body: Object(nothing) }
              : answer;
          }),
        },
      ]),
    ),
    "new-chatbots-not-listed": {
      breaks: "A chatbot that was made is in the list.",
      kills: ["sarufi/chatbots/is-listed"],
      fault: body(
        list,
        "items.*",
        where(({ name }) => String(name).startsWith("Concordat"), undefined),
      ),
    },
    "chatbots-total-of-the-page": {
      breaks: "`total` counts the chatbots of all pages.",
      kills: ["sarufi/chatbots/total-is-all-of-them"],
      fault: body(list, "total", () => 1),
    },
    "chatbots-in-one-page": {
      breaks: "A page has no more chatbots than `limit` says.",
      kills: ["sarufi/chatbots/limit-holds"],
      fault: neverReads(list, "limit"),
    },
    "chatbots-29-at-most": {
      breaks: "A page of 37 chatbots can be asked for.",
      kills: ["sarufi/chatbots/page-of-37-is-accepted"],
      fault: around(list, async ({ query }, proceed) =>
        Number(query.limit) > 29
          ? { status: 422, body: { detail: "limit must be at most 29" }, headers: {} }
          : proceed(),
      ),
    },
    "chatbots-without-cursor": {
      breaks: "`cursor` leads to the next page of chatbots.",
      kills: ["sarufi/chatbots/pages-do-not-overlap", "sarufi/chatbots/pages-leave-nothing-out"],
      fault: overlooks(list, "cursor"),
    },
    "chatbots-end-early": {
      breaks: "A page of chatbots that is not the last one names a cursor.",
      kills: ["sarufi/chatbots/pages-leave-nothing-out"],
      fault: body(list, "next_cursor", () => null),
    },
    "statistics-of-another-chatbot": {
      breaks: "Statistics name the chatbot that they are of.",
      kills: ["sarufi/chatbots/stats-are-the-chatbots"],
      fault: body("getChatbotStats", "id", () => sarufiDemo.otherChatbotId),
    },
    "statistics-below-zero": {
      breaks: "There are no fewer messages than none.",
      kills: ["sarufi/derived/getChatbotStats/success-body"],
      only: ["sarufi/derived/getChatbotStats"],
      fault: body("getChatbotStats", "stats.total_messages", () => -1),
    },
    "a-workspace-for-every-chatbot": {
      breaks: "The chatbots of a key are of one workspace.",
      kills: ["sarufi/chatbots/share-their-workspace"],
      fault: body(create, "", (made) => ({ ...Object(made), workspace_id: at(made, "id") })),
    },
    "chatbots-51-by-default": {
      breaks: "A page has 50 chatbots unless asked otherwise.",
      kills: ["sarufi/chatbots/default-page-of-50"],
      fault: leaving(list, ({ body: page }, { query }) =>
        query.limit === undefined
          ? { body: edit(page, "items", (items) => Array(51).fill(at(items, 0))) }
          : {},
      ),
    },
  },
  { features: true, only: ["sarufi/chatbots"] },
);
