import { around, arriving, body, handling, leaving, together } from "../fault/fault.ts";
import { reordered } from "./sarufi-lists.ts";
import { variantsOf } from "./variant.ts";

const list = "listChatbots";
const whole = ["createChatbot", "getChatbot", "updateChatbot"];
const lastUsed = "api_key.last_used_at";

export const chatbotVariants = variantsOf(
  "sarufi",
  {
    "chatbot-pages-as-the-other-page-has-them": {
      does: "A page of chatbots has 29 of them unless asked otherwise, and more than 37 are not possible.",
      open: "C2",
      fault: () =>
        around(list, async ({ query }, proceed) =>
          Number(query.limit) > 37
            ? { status: 422, body: { detail: "limit must be at most 37" }, headers: {} }
            : proceed({ query: { limit: "29", ...query } }),
        ),
    },
    "chatbot-pages-bent-to-37": {
      does: "A page of chatbots has at most 37, however many are asked for.",
      open: "C2",
      fault: () =>
        arriving(list, ({ query }) =>
          Number(query.limit) > 37 ? { query: { ...query, limit: "37" } } : {},
        ),
    },
    "newest-chatbots-first": {
      does: "The list of chatbots begins with the newest.",
      open: "G5",
      fault: () => reordered(list, "items", (items) => items.toReversed()),
    },
    "key-never-used": {
      does: "Nothing is known of when a key was last used.",
      open: "C8",
      fault: () => body("getMe", lastUsed, () => null),
    },
    "key-without-a-last-use": {
      does: "When a key was last used is not shown.",
      open: "C8",
      fault: () => body("getMe", lastUsed, () => undefined),
    },
    "unset-is-left-out": {
      does: "What a chatbot was not given is left out.",
      open: "O3",
      fault: () =>
        together(
          body(whole, "description", (text) => text ?? undefined),
          body(whole, "category", (text) => text ?? undefined),
          body(list, "items.*.description", (text) => text ?? undefined),
        ),
    },
    "empty-chatbot-changes-refused": {
      does: "A change of a chatbot that names nothing is refused.",
      open: "O3",
      fault: () =>
        handling("updateChatbot", async (call, next) =>
          Object.keys(call.body).length === 0
            ? { status: 400, body: { detail: "Nothing to change" } }
            : next(call),
        ),
    },
    "every-422-is-400": {
      does: "A body that does not fit is refused with 400, whatever it is of.",
      open: "G2",
      fault: () => leaving("everywhere", ({ status }) => (status === 422 ? { status: 400 } : {})),
    },
  },
  { features: true },
);
